import { DrizzleQueryError } from 'drizzle-orm';
import pg from 'pg';

const noError = 'something that is no error was thrown';

/** So many of the errors that are one error. */
const toldOfMany = 5;

/**
 * What a log may say of an error: of a failed statement its text and what the database calls the failure, and never its
 * values, which are a customer's address as likely as not.
 */
export function faultIn(error: unknown): string {
  if (!(error instanceof Error)) return noError;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause instanceof Error ? [`caused by ${faultIn(error.cause)}`] : [];
  return [headlineOf(error), ...frames, ...cause].join('\n');
}

/** The same in one line. */
export const faultLine = (error: unknown): string =>
  error instanceof DrizzleQueryError && error.cause ? faultLine(error.cause) : (faultIn(error).split('\n', 1)[0] ?? '');

function headlineOf(error: Error): string {
  if (error instanceof DrizzleQueryError) return `Failed query: ${error.query.replace(/\s+/g, ' ')}`;
  if (error instanceof AggregateError && error.message === '') return everyHeadline(error);
  if (!(error instanceof pg.DatabaseError)) return plainHeadline(error);
  const { code = '', table, constraint } = error;
  const where = [table, constraint].filter(Boolean).join(', ');
  const said = quotesValues(code) ? '' : `: ${error.message}`;
  return `Postgres ${code}${said}${where ? ` (${where})` : ''}`;
}

/** A host with several addresses, none of which answers, is an error without a word of its own. */
const everyHeadline = ({ errors }: AggregateError): string =>
  errors
    .slice(0, toldOfMany)
    .map((one) => (one instanceof Error ? headlineOf(one) : noError))
    .join('; ');

const plainHeadline = ({ name, message }: Error): string =>
  name === 'Error' && message !== '' ? message : [name, message].filter(Boolean).join(': ');

/** What is wrong with a value, or was raised by hand, is told with the value. */
const quotesValues = (code: string): boolean => code.startsWith('22') || code.startsWith('P0');
