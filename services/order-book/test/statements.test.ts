import { PageRequest, type RunFilter, RunPageRequest } from '@waybill/contracts';
import { orderEventTypes, orderStatuses, paymentStatuses, runKinds, runStatuses } from '@waybill/contracts/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aWrite, dollars, entries } from './support/orders.ts';
import { aRun, aRunWrite, runEntries } from './support/runs.ts';
import { opening, openTestBook, type TestBook } from './support/test-book.ts';

let testBook: TestBook;
beforeAll(async () => {
  testBook = await openTestBook();
  for (const orderId of ['o-1', 'in-passing', 'firm']) await testBook.book.record(aWrite({ orderId }));
  await testBook.runs.record(aRunWrite(aRun('RUN-1', { revision: 1 })));
}, opening);
afterAll(() => testBook.opened.close());

const most = 40;

test.each<[string, (length: number) => Promise<unknown>]>([
  ['ids', (length) => testBook.book.byIds(Array.from({ length }, (_, at) => `o-${at}`))],
  ['statuses', (length) => page(orderStatuses.slice(0, length))],
  ['one status, said again and again', (length) => page(Array.from({ length }, () => 'SHIPPED' as const))],
  [
    'types of journal entries',
    (length) => testBook.book.fullJournal({ first: 20, type: orderEventTypes.slice(0, length) }),
  ],
  ['journal entries', (length) => testBook.book.record(growing('in-passing', length))],
  ['firm journal entries', (length) => testBook.book.record({ ...growing('firm', length), firm: true })],
  [
    'ids of new orders',
    (length) => testBook.book.record({ ...aWrite({ orderId: `new-${length}` }), ...keyIn(length) }),
  ],
  ['journal entries of a run', (length) => testBook.runs.record(growingRun(length))],
  ['ids of runs', (length) => testBook.runs.byIds(Array.from({ length }, (_, at) => `RUN-${at}`))],
  ['kinds of runs', (length) => runPage({ kind: runKinds.slice(0, length) })],
  ['statuses of runs', (length) => runPage({ status: runStatuses.slice(0, length) })],
  ['earlier statuses of a payment', (length) => testBook.book.record(paid(length))],
])('however many %s are sent, the statement is the same', async (_, ask) => {
  await ask(1);
  await ask(2);
  const before = await wordings();

  for (let length = 3; length <= most; length++) await ask(length);

  expect(await wordings()).toEqual(before);
});

/** A write with this many entries, after those of all shorter ones. */
function growing(orderId: string, length: number) {
  const revision = 1 + (length * (length + 1)) / 2;
  return aWrite({ orderId, revision }, entries(revision - length + 1, revision));
}

function growingRun(length: number) {
  const revision = 1 + (length * (length + 1)) / 2;
  return aRunWrite(aRun('RUN-1', { revision }), runEntries(revision - length + 1, revision));
}

const runPage = (filter: RunFilter) => testBook.runs.page(RunPageRequest.parse({ filter }));

/** Half of the orders came under an idempotency key. */
const keyIn = (length: number) => (length % 2 === 0 ? { keyId: `key-${length}` } : {});

function paid(length: number) {
  const authorized = dollars(length);
  const status = paymentStatuses[length % paymentStatuses.length] ?? 'PENDING';
  const payment = { id: 'p-1', status, authorized, captured: null, refunded: null };
  return aWrite({ orderId: 'o-1', revision: 1 + length, payment }, entries(1 + length, 1 + length));
}

const page = (status: (typeof orderStatuses)[number][]) =>
  testBook.book.page(PageRequest.parse({ filter: { status }, countTotal: true }));

/** All statements that the session has been taught so far, its own question among them. */
async function wordings(): Promise<string[]> {
  const rows = await testBook.opened.query<{ statement: string }>('select statement from pg_prepared_statements', []);
  return rows.map(({ statement }) => statement).filter((statement) => !statement.includes('pg_prepared_statements'));
}
