import type { Query } from '@waybill/platform';
import { Raced } from './refusal.ts';

/** The database as one call sees it: what it reads it gets at once, what it writes is written together at its end. */
export type Desk = {
  read: Query;
  /** A statement that returns a row. Where it returns none, someone else was faster, and nothing of the call is written. */
  write: (text: string, values: unknown[]) => void;
};

type Part = { text: string; values: unknown[] };

/**
 * Does the work and then makes its writes, all in one statement: no crash can come between them, and one trip to the
 * database is enough. Rejects with `Raced` when someone else changed what they were decided on.
 */
export async function atDesk<T>(query: Query, work: (desk: Desk) => Promise<T>): Promise<T> {
  const parts: Part[] = [];
  const done = await work({ read: query, write: (text, values) => parts.push({ text, values }) });
  if (parts.length === 0) return done;
  const { text, values } = together(parts);
  await query(text, values).catch((error: unknown) => {
    throw isRace(error) ? new Raced('Someone else has just written this') : error;
  });
  return done;
}

function together(parts: readonly Part[]): Part {
  const values: unknown[] = [];
  const writes = parts.map((part, n) => {
    const before = values.length;
    values.push(...part.values);
    return `written_${n} as (${part.text.replace(/\$(\d+)/g, (_, number) => `$${before + Number(number)}`)})`;
  });
  const written = parts.map((_, n) => `exists (select from written_${n})`);
  return { text: `with ${writes.join(', ')} select chaos.all_written(${written.join(', ')})`, values };
}

const serializationFailure = '40001';
const deadlock = '40P01';
const uniqueViolation = '23505';
const checkViolation = '23514';
const races = new Set<unknown>([serializationFailure, deadlock, uniqueViolation, checkViolation]);

/** The rules hold before a call writes: where a constraint says no, they held of what is no more. */
const isRace = (error: unknown): boolean => races.has((error as { code?: unknown } | null)?.code);
