import type { Shown } from './problems.ts';

/** The options by the last name of the fields that they give, where the two differ. */
const options: Readonly<Record<string, readonly string[]>> = {
  customerEmail: ['email'],
  customerId: ['customer'],
  orderId: ['order', 'id'],
  runId: ['id'],
  idempotencyKey: ['key'],
  approvalTimeout: ['timeout'],
  autoApproveAfter: ['auto-approve-after'],
  cancellableFor: ['cancellable-for'],
  firstAt: ['first-at'],
  currencyCode: ['amount'],
};

/** Says what was refused by the options that gave it, and durations in words. The paths stay those of the API. */
export function byOptions(shown: Shown, argv: readonly string[]): Shown {
  const { message, fields } = shown;
  if (!fields || shown.code === 'USAGE') return shown;
  const withNames = fields.reduce((text, { path }) => text.replace(path.join('.'), nameOf(path, argv)), message);
  const worded = fields.map(({ path, message: problem }) => ({ path, message: inWords(problem) }));
  return { ...shown, message: inWords(withNames), fields: worded };
}

function nameOf(path: readonly string[], argv: readonly string[]): string {
  const name = path.at(-1) ?? '';
  const given = (option: string) => argv.some((word) => word === option || word.startsWith(`${option}=`));
  return (options[name] ?? [name]).map((each) => `--${each}`).find(given) ?? path.join('.');
}

/** Durations of ISO 8601 as people say them. */
export const inWords = (text: string): string =>
  text
    .replace(/must be an ISO 8601 duration of (P\w+) to (P\w+).*?(?=;|$)/, 'must be at least $1 and at most $2')
    .replace(/an ISO 8601 duration/g, 'a duration')
    .replace(/\bP(?=T?\d)(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?\b/g, (_, ...parts) =>
      ['day', 'hour', 'minute', 'second'].flatMap((unit, at) => countOf(parts[at], unit)).join(' '),
    );

const countOf = (count: string | undefined, unit: string) =>
  count === undefined ? [] : [`${count} ${unit}${count === '1' ? '' : 's'}`];
