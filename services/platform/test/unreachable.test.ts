import { DrizzleQueryError } from 'drizzle-orm';
import pg from 'pg';
import { expect, test } from 'vitest';
import { isUnreachable } from '../src/database/unreachable.ts';

const full = 'could not write to file "base/pgsql_tmp/pgsql_tmp7.0": No space left on device';

/** An error as the driver reports it. */
function fault(code: string, message: string): Error {
  return Object.assign(new pg.DatabaseError(message, message.length, 'error'), { code });
}

test.each([
  ['53100', full],
  ['XX000', 'could not write init file'],
  ['XX000', 'could not write init file: No space left on device'],
  ['XX000', full],
  ['58030', full],
  ['ENOSPC', 'ENOSPC: no space left on device, write'],
])('a database that reports a full disk as %s "%s" is unavailable', (code, message) => {
  expect(isUnreachable(fault(code, message))).toBe(true);
  expect(isUnreachable(new DrizzleQueryError('select 1', [], fault(code, message)))).toBe(true);
});

test.each([
  ['XX000', 'cache lookup failed for type 7'],
  ['58030', 'could not read file "base/1/2": Input/output error'],
  ['23505', `the value "${full}" exists already`],
  ['P0001', full],
])('a fault %s "%s" is not a full disk, whatever values it quotes', (code, message) => {
  expect(isUnreachable(fault(code, message))).toBe(false);
  expect(isUnreachable(new DrizzleQueryError('select $1', [full], fault(code, message)))).toBe(false);
});
