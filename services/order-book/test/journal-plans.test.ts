import type { FullJournalQuery } from '@waybill/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { journalCursor } from '../src/domain/journal-position.ts';
import { newestEntries } from '../src/infrastructure/full-journal.ts';
import { addOrders } from './support/many.ts';
import { aWrite } from './support/orders.ts';
import { planOf } from './support/plans.ts';
import { opening, openTestBook, type TestBook } from './support/test-book.ts';

let testBook: TestBook;
beforeAll(async () => {
  testBook = await openTestBook();
  await testBook.book.record(aWrite({ orderId: 'o-1' }));
  await addOrders(testBook, 'o-1', 1_000);
  await testBook.opened.query(
    `insert into order_book.events (order_id, seq, type, at, actor)
     select 'many-' || 1 + n % 1000, 1 + n, (array['STEP_STARTED', 'STEP_COMPLETED', 'STATUS_CHANGED'])[1 + n % 3],
       timestamptz '2026-01-01' + n * interval '1 minute', case when n % 10 = 0 then 'u-' || n % 100 end
     from generate_series(1, 10000) n`,
    [],
  );
  await testBook.opened.query('analyze', []);
}, opening);
afterAll(() => testBook.opened.close());

const at = '2026-01-05T00:00:00.000Z';

test.each<[string, Partial<FullJournalQuery>, string]>([
  ['all', {}, 'events_by_time'],
  ['those in a span', { from: '2026-01-04T00:00:00.000Z', to: at }, 'events_by_time'],
  ['those after a cursor', { after: journalCursor({ at, orderId: 'o-1', seq: 7 }) }, 'events_by_time'],
  ['those of an order', { orderId: 'o-1' }, 'events_'],
  ['those of types', { type: ['STEP_STARTED', 'COMPENSATION_FAILED'] }, 'events_by_type'],
  ['those of an actor', { actor: 'u-10' }, 'events_by_actor_and_type'],
  [
    'those of an actor and types',
    { actor: 'u-10', type: ['STEP_STARTED', 'STATUS_CHANGED'] },
    'events_by_actor_and_type',
  ],
])('of 10,000 entries, %s are read by an index', async (_, query, index) => {
  const plan = await planOf(testBook, newestEntries({ first: 20, ...query }));

  expect(plan).not.toContain('Seq Scan');
  expect(plan).toContain(index);
});

test.each<[string, Partial<FullJournalQuery>]>([
  ['of a type that an actor never had', { type: ['COMPENSATION_SETTLED'] }],
  ['of all that an actor did', {}],
])('entries %s are found without sorting or passing others', async (_, query) => {
  const plan = await planOf(testBook, newestEntries({ first: 20, actor: 'u-10', ...query }));

  expect(plan).toMatch(/Index Cond: .*actor.*type = wanted_type/);
});
