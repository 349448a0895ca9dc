import { statusWords } from './words.ts';

/**
 * The verdict on a command. `problems` are keyed by the path of the field; without a response it is unknown whether the
 * command was done.
 */
export type Verdict = {
  accepted: boolean;
  text: string;
  problems?: Readonly<Record<string, string>>;
  unanswered?: boolean;
};

/** A member of a mutation's result; members may be added. */
export type Result = {
  __typename: string;
  message?: string;
  status?: string;
  decidedBy?: string | null;
  decidedAt?: string | null;
  fields?: readonly { path: readonly string[]; message: string }[];
};

/** The state of a dialog whose action is no longer offered. `isUnsure`: what was sent had no response. */
export const noLongerOffered = (isUnsure: boolean): Verdict => ({
  accepted: false,
  text: isUnsure
    ? 'No longer possible: what you sent was done, or somebody else was faster. The page shows which'
    : 'No longer possible: it was changed meanwhile. Nothing was sent',
});

type Clock = (iso: string) => string;

/** Describes a result: what was done or why not, and who decided first and when. */
export function verdictOf(result: Result, done: string, clock: Clock): Verdict {
  if (result.__typename.endsWith('Payload')) return { accepted: true, text: done };
  switch (result.__typename) {
    case 'VerdictPending':
      return { accepted: true, text: 'Sent, but not confirmed yet: the result will appear here' };
    case 'InvalidInput':
      return { accepted: false, text: result.message ?? 'Some fields were refused', problems: byPath(result.fields) };
    case 'OrderNotAwaitingApproval':
    case 'OrderClosed':
      return { accepted: false, text: tooLate(result, clock) };
    default:
      return { accepted: false, text: result.message ?? result.__typename };
  }
}

function tooLate({ status = '', decidedBy, decidedAt, message }: Result, clock: Clock): string {
  if (!decidedBy) return message ?? 'Too late';
  const when = decidedAt ? ` at ${clock(decidedAt)}` : '';
  return `Too late: ${decidedBy} decided${when}. The order is ${statusWords(status).word.toLowerCase()}`;
}

/** In place of what is shown beside each field. */
export const needCorrection = (count: number): string =>
  `${count} ${count === 1 ? 'field needs' : 'fields need'} correction`;

export const byPath = (fields: Result['fields'] = []): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map(({ path, message }) => [path.join('.'), message]));
