import type { RecordRequest } from '@waybill/contracts';
import { type OpenOrders, type OrderBookClient, orderBookClient, reconcile } from '@waybill/order-book-client';
import { openLog } from '@waybill/platform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OrderBookServer, startOrderBook } from '../src/index.ts';
import { aWrite } from './support/orders.ts';
import { opening, writtenAt } from './support/world.ts';

let server: OrderBookServer;
let book: OrderBookClient;
beforeAll(async () => {
  server = await startOrderBook({ log: openLog('order-book', 'silent'), now: () => writtenAt });
  book = orderBookClient({ baseUrl: server.url });
}, opening);
afterAll(async () => {
  await book.close();
  await server.stop();
});

const closedAt = '2026-01-01T01:00:00.000Z';

test('the book is brought up to date with the engine, order by order, and a second look finds nothing to do', async () => {
  await bookHas(
    aWrite({ orderId: 'equal', revision: 2 }),
    aWrite({ orderId: 'behind', revision: 2 }),
    aWrite({ orderId: 'unfinished', revision: 2 }),
    aWrite({ orderId: 'closed', revision: 3, status: 'SHIPPED', closedAt }),
    aWrite({ orderId: 'forgotten', revision: 1 }),
    { ...aWrite({ orderId: 'foreign', revision: 1 }), fingerprint: 'f-other' },
  );
  const engine = anEngine({
    open: [
      aWrite({ orderId: 'equal', revision: 2 }),
      aWrite({ orderId: 'behind', revision: 5, status: 'PROCESSING' }),
      aWrite({ orderId: 'unknown', revision: 1 }),
      aWrite({ orderId: 'closed', revision: 3, status: 'SHIPPED', closedAt }),
      aWrite({ orderId: 'foreign', revision: 2 }),
    ],
    mute: ['alone'],
    failing: ['buggy'],
    ended: [aWrite({ orderId: 'unfinished', revision: 4, status: 'SHIPPED', closedAt })],
  });

  const first = await reconcile(book, engine);
  const second = await reconcile(book, engine);

  const refused = [{ orderId: 'foreign', code: 'IDEMPOTENCY_CONFLICT' }];
  const unmendable = { lost: ['forgotten'], unanswered: ['alone', 'buggy'], stuck: ['buggy'], refused };
  expect(first).toEqual({ compared: 9, mended: ['behind', 'unfinished', 'unknown'], ...unmendable });
  expect(second).toEqual({ compared: 8, mended: [], ...unmendable });
  expect(await book.find('behind')).toMatchObject({ order: { status: 'PROCESSING', revision: 5 } });
  expect((await book.journal('behind')).entries).toHaveLength(5);
});

test('the book says of the orders that are stuck, and of no others, that they are', async () => {
  await bookHas(
    aWrite({ orderId: 'stuck-at-a-step', revision: 2 }),
    aWrite({ orderId: 'stuck-for-a-bug', revision: 2 }),
    aWrite({ orderId: 'getting-on', revision: 2 }),
    aWrite({ orderId: 'not-answering', revision: 2 }),
    aWrite({ orderId: 'behind-and-stuck', revision: 2 }),
    { ...aWrite({ orderId: 'anothers', revision: 1 }), fingerprint: 'f-other' },
  );
  for (const orderId of ['getting-on', 'not-answering']) await book.setAttention(orderId, 'STUCK');
  const stuck = ['stuck-at-a-step', 'behind-and-stuck', 'anothers'];
  const engine = anEngine({
    open: [
      aWrite({ orderId: 'stuck-at-a-step', revision: 2 }),
      aWrite({ orderId: 'getting-on', revision: 2 }),
      aWrite({ orderId: 'behind-and-stuck', revision: 3 }),
      aWrite({ orderId: 'anothers', revision: 2 }),
    ],
    ...{ stuck, mute: ['not-answering'], failing: ['stuck-for-a-bug', 'never-written'] },
  });

  const found = await reconcile(book, engine);
  const { cursor } = await book.changes();
  await reconcile(book, engine);

  expect(found.stuck).toEqual(['behind-and-stuck', 'stuck-at-a-step', 'stuck-for-a-bug', 'never-written']);
  const said = await book.byIds([...stuck, 'stuck-for-a-bug', 'getting-on', 'not-answering']);
  expect(Object.fromEntries(said.map(({ order, attention }) => [order.orderId, attention]))).toEqual({
    ...{ 'stuck-at-a-step': 'STUCK', 'behind-and-stuck': 'STUCK', 'stuck-for-a-bug': 'STUCK' },
    ...{ 'getting-on': null, anothers: null },
    'not-answering': 'STUCK', // nobody knows better
  });
  expect((await book.changes({ after: cursor })).changes).toEqual([]);
});

async function bookHas(...writes: RecordRequest[]) {
  for (const write of writes) await book.record(write.order.orderId, write);
}

/** An engine that has these orders, and answers as the order's workflow does. */
function anEngine({
  open,
  stuck = [],
  mute = [],
  failing = [],
  ended = [],
}: Partial<Known> & Pick<Known, 'open'>): OpenOrders {
  const known = new Map([...open, ...ended].map((order) => [order.order.orderId, order]));
  return {
    ids: () => [...open.map(({ order }) => order.orderId), ...mute, ...failing],
    async read(orderId, afterSeq) {
      if (mute.includes(orderId)) return 'unanswered';
      if (failing.includes(orderId)) return 'failing';
      const { order, entries, fingerprint } = known.get(orderId) ?? {};
      if (!order || !entries || !fingerprint) return undefined;
      const journal = entries.filter(({ seq }) => seq > afterSeq);
      return { order, journal, fingerprint, isStuck: stuck.includes(orderId) };
    },
  };
}

type Known = {
  open: RecordRequest[];
  /** Of the open ones, those at which an operator should look. */
  stuck: string[];
  /** No worker is there for these. */
  mute: string[];
  /** A bug is in the way of these. */
  failing: string[];
  ended: RecordRequest[];
};
