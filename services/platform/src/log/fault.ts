import { DrizzleQueryError } from 'drizzle-orm';
import pg from 'pg';

const noError = 'a value that is not an error was thrown';

/** The most errors listed for an error that aggregates several. */
const mostErrorsListed = 5;

/**
 * The loggable description of an error. For a failed statement, its text and the error of the database, never its
 * values, which may be personal data.
 */
export function faultIn(error: unknown): string {
  if (!(error instanceof Error)) return noError;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause instanceof Error ? [`caused by ${faultIn(error.cause)}`] : [];
  return [headlineOf(error), ...frames, ...cause].join('\n');
}

/** The same as one line. */
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

/** A host none of whose addresses responds is an error with an empty message. */
const everyHeadline = ({ errors }: AggregateError): string =>
  errors
    .slice(0, mostErrorsListed)
    .map((one) => (one instanceof Error ? headlineOf(one) : noError))
    .join('; ');

const plainHeadline = ({ name, message }: Error): string =>
  name === 'Error' && message !== '' ? message : [name, message].filter(Boolean).join(': ');

/** Errors about a value, or raised by hand, contain the value in their message. */
const quotesValues = (code: string): boolean => code.startsWith('22') || code.startsWith('P0');
