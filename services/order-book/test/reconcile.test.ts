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
    mute: ['buggy'],
    ended: [aWrite({ orderId: 'unfinished', revision: 4, status: 'SHIPPED', closedAt })],
  });

  const first = await reconcile(book, engine);
  const second = await reconcile(book, engine);

  const refused = [{ orderId: 'foreign', code: 'IDEMPOTENCY_CONFLICT' }];
  const unmendable = { lost: ['forgotten'], unanswered: ['buggy'], refused };
  expect(first).toEqual({ compared: 8, mended: ['behind', 'unfinished', 'unknown'], ...unmendable });
  expect(second).toEqual({ compared: 7, mended: [], ...unmendable });
  expect(await book.find('behind')).toMatchObject({ order: { status: 'PROCESSING', revision: 5 } });
  expect((await book.journal('behind')).entries).toHaveLength(5);
});

async function bookHas(...writes: RecordRequest[]) {
  for (const write of writes) await book.record(write.order.orderId, write);
}

/** An engine that has these orders, and answers as the order's workflow does. */
function anEngine({
  open,
  mute,
  ended,
}: {
  open: RecordRequest[];
  mute: string[];
  ended: RecordRequest[];
}): OpenOrders {
  const known = new Map([...open, ...ended].map((order) => [order.order.orderId, order]));
  return {
    ids: () => [...open.map(({ order }) => order.orderId), ...mute],
    async read(orderId, afterSeq) {
      if (mute.includes(orderId)) return 'unanswered';
      const { order, entries, fingerprint } = known.get(orderId) ?? {};
      if (!order || !entries || !fingerprint) return undefined;
      return { order, journal: entries.filter(({ seq }) => seq > afterSeq), fingerprint };
    },
  };
}
