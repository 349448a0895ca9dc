import { DrizzleQueryError } from 'drizzle-orm';
import pg from 'pg';

/**
 * What a log may say of an error: of a failed statement its text and what the database calls the failure, and never its
 * values, which are a customer's address as likely as not.
 */
export function faultIn(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause instanceof Error ? [`caused by ${faultIn(error.cause)}`] : [];
  return [headlineOf(error), ...frames, ...cause].join('\n');
}

/** The same in one line. */
export const faultLine = (error: unknown): string =>
  error instanceof DrizzleQueryError && error.cause ? faultLine(error.cause) : (faultIn(error).split('\n', 1)[0] ?? '');

function headlineOf(error: Error): string {
  if (error instanceof DrizzleQueryError) return `Failed query: ${error.query.replace(/\s+/g, ' ')}`;
  if (!(error instanceof pg.DatabaseError))
    return error.name === 'Error' ? error.message : `${error.name}: ${error.message}`;
  const { code = '', table, constraint } = error;
  const where = [table, constraint].filter(Boolean).join(', ');
  const said = quotesValues(code) ? '' : `: ${error.message}`;
  return `Postgres ${code}${said}${where ? ` (${where})` : ''}`;
}

/** What is wrong with a value, or was raised by hand, is told with the value. */
const quotesValues = (code: string): boolean => code.startsWith('22') || code.startsWith('P0');
