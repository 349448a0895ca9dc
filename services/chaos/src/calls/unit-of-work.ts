import type { Query } from '@waybill/platform';
import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { Raced } from './refusal.ts';

/** The database in one call: reads run at once, writes are collected and run together at the end. */
export type UnitOfWork = {
  read: Query;
  /** A statement that returns a row. If it returns none, another call was faster, and this call writes nothing. */
  write: (statement: SQL) => void;
};

/**
 * Runs the work and then its writes, all in one statement: no crash can come between them, and one round trip is
 * enough. Rejects with `Raced` if another call has changed the rows that they are based on.
 */
export async function runUnitOfWork<T>(query: Query, work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
  const writes: SQL[] = [];
  const result = await work({ read: query, write: (statement) => writes.push(statement) });
  if (writes.length === 0) return result;
  const { sql: text, params } = dialect.sqlToQuery(oneStatement(writes));
  await query(text, params).catch((error: unknown) => {
    throw isRace(error) ? new Raced('Another call has just written this') : error;
  });
  return result;
}

const dialect = new PgDialect();

function oneStatement(writes: readonly SQL[]): SQL {
  const ctes = writes.map((statement, n) => sql`${sql.raw(`written_${n}`)} as (${statement})`);
  const allWritten = writes.map((_, n) => `exists (select from written_${n})`).join(' and ');
  return sql`with ${sql.join(ctes, sql`, `)}
    select case when ${sql.raw(allWritten)} then true else chaos.all_written(false) end`;
}

const serializationFailure = '40001';
const deadlock = '40P01';
const uniqueViolation = '23505';
const checkViolation = '23514';
const races = new Set<unknown>([serializationFailure, deadlock, uniqueViolation, checkViolation]);

/** The rules are checked before a call writes: a violated constraint means that the state has changed since. */
const isRace = (error: unknown): boolean => races.has((error as { code?: unknown } | null)?.code);
