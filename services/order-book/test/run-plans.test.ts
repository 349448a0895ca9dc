import type { RunFilter } from '@waybill/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newestRuns } from '../src/infrastructure/run-pages.ts';
import { planOf } from './support/plans.ts';
import { aRun, aRunWrite } from './support/runs.ts';
import { opening, openTestBook, type TestBook } from './support/test-book.ts';

let testBook: TestBook;
beforeAll(async () => {
  testBook = await openTestBook();
  await testBook.runs.record(aRunWrite(aRun('RUN-0')));
  await testBook.opened.db.execute(sql`
    insert into order_book.runs (run_id, kind, status, about, started_by, rest, revision, fingerprint,
      started_at, updated_at, written_at)
    select 'RUN-' || n, (array['USER_CONTEXT', 'PAYMENT', 'GREETING'])[1 + n % 3], (array['RUNNING', 'COMPLETED'])[1 + n % 2],
      'u-' || n % 100, 'u-' || n % 100, rest, revision, fingerprint, started_at + n * interval '1 minute', updated_at, written_at
    from order_book.runs, generate_series(1, 10000) n
  `);
  await testBook.opened.db.execute(sql`analyze order_book.runs`);
}, opening);
afterAll(() => testBook.opened.close());

const people: RunFilter[] = [{}, { startedBy: 'u-7' }, { about: 'u-7' }, { startedBy: 'u-7', about: 'u-7' }];
const kinds: RunFilter[] = [{}, { kind: ['PAYMENT'] }, { kind: ['STANDING_ORDER', 'GREETING'] }];
const statuses: RunFilter[] = [{}, { status: ['RUNNING'] }, { status: ['PAUSED', 'FAILED'] }];
const filters = people.flatMap((person) =>
  kinds.flatMap((kind) => statuses.map((status) => ({ ...person, ...kind, ...status }))),
);

test.each(filters)('of 10,000 runs, those of %j are listed by an index', async (filter) => {
  const plan = await planOf(testBook, newestRuns(filter, undefined, 21));

  expect(plan).not.toContain('Seq Scan');
  const { about, startedBy } = filter;
  const index = about !== undefined ? '' : startedBy !== undefined ? 'starter_and_kind' : 'kind_and_status';
  expect(plan).toContain(`runs_by_${index}`);
});
