import type { RecordRequest } from '@waybill/contracts';
import { createOrderBookClient, type OrderBookClient } from '@waybill/order-book-client';
import { openLog } from '@waybill/platform';
import { afterAll, beforeAll } from 'vitest';
import { type OrderBookServer, startOrderBook } from '../../src/index.ts';
import { opening, writtenAt } from './test-book.ts';

/** An order book for the tests of one file. */
export function aBookForThisFile() {
  let server: OrderBookServer;
  let book: OrderBookClient;
  beforeAll(async () => {
    server = await startOrderBook({ log: openLog('order-book', 'silent'), now: () => writtenAt });
    book = createOrderBookClient({ baseUrl: server.url });
  }, opening);
  afterAll(async () => {
    await book.close();
    await server.stop();
  });
  return {
    book: () => book,
    bookHas: async (...writes: RecordRequest[]) => {
      for (const write of writes) await book.record(write.order.orderId, write);
    },
  };
}
