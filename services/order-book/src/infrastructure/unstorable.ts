import { BookRefused } from '../domain/refusals.ts';

/** Rejects with a named refusal where Postgres says that a value itself is impossible: a NUL in a text, the year 0. */
export async function refusingUnstorable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!isUnstorable(error)) throw error;
    throw new BookRefused('INVALID_REQUEST', 'The request has a value that cannot be stored or compared');
  }
}

/**
 * SQLSTATE class 22 is an invalid value, 54 one that exceeds a limit of Postgres, such as the size of an index entry.
 */
function isUnstorable(error: unknown): boolean {
  const { cause = error } = error as { cause?: unknown };
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(22|54)/.test(code);
}
