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

/** One statement of many. There are few different ones, and each is put together once. */
function together(parts: readonly Part[]): Part {
  const place = parts.map(({ text }) => text).join(';');
  const text = texts.get(place) ?? textOf(parts);
  texts.set(place, text);
  return { text, values: parts.flatMap(({ values }) => values) };
}

const texts = new Map<string, string>();

function textOf(parts: readonly Part[]): string {
  let before = 0;
  const writes = parts.map(({ text, values }, n) => {
    const renumbered = text.replace(/\$(\d+)/g, (_, number) => `$${before + Number(number)}`);
    before += values.length;
    return `written_${n} as (${renumbered})`;
  });
  const allWritten = parts.map((_, n) => `exists (select from written_${n})`).join(' and ');
  return `with ${writes.join(', ')} select case when ${allWritten} then true else chaos.all_written(false) end`;
}

const serializationFailure = '40001';
const deadlock = '40P01';
const uniqueViolation = '23505';
const checkViolation = '23514';
const races = new Set<unknown>([serializationFailure, deadlock, uniqueViolation, checkViolation]);

/** The rules hold before a call writes: where a constraint says no, they held of what is no more. */
const isRace = (error: unknown): boolean => races.has((error as { code?: unknown } | null)?.code);
