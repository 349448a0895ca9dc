import { z } from 'zod';

/** The JSON in an opaque cursor; undefined if it is invalid. */
export function jsonIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

export const cursorOf = (parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

// What a cursor may contain, which anybody can write: only values that the database can store and compare.

/** A text without NUL and without unpaired surrogates. */
export const CursorText = z.string().regex(/^[^\0\p{Cs}]*$/u);

/** A time with at most nine digits after the second; the calendar of Postgres has no year 0. */
export const CursorTime = z.iso
  .datetime()
  .max(30)
  .regex(/^(?!0000)/);
