import { createOrderBookClient } from '@waybill/order-book-client';
import { openLog } from '@waybill/platform';
import { noPostgresOfOurs as noOwn, postgresServer } from '@waybill/platform/testing';
import { expect, test } from 'vitest';
import { startOrderBook } from '../src/index.ts';
import { aWrite } from './support/orders.ts';
import { opening, writtenAt } from './support/test-book.ts';

test.skipIf(noOwn)(
  `without its Postgres the book returns 503 with Retry-After${noOwn ? `: ${noOwn}` : ''}`,
  async () => {
    const postgres = await postgresServer();
    const databaseUrl = await postgres.freshDatabase();
    const server = await startOrderBook({ log: openLog('order-book', 'silent'), databaseUrl, now: () => writtenAt });
    const book = createOrderBookClient({ baseUrl: server.url });
    await book.record('o-1', aWrite({ orderId: 'o-1' }));

    await postgres.stop();
    const read = await fetch(`${server.url}/orders/o-1`);
    const write = book.record('o-2', aWrite({ orderId: 'o-2' }));

    expect([read.status, read.headers.get('retry-after')]).toEqual([503, '2']);
    expect(read.headers.get('content-type')).toBe('application/problem+json');
    expect(await read.json()).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await expect(write).rejects.toMatchObject({ name: 'Unavailable' });
    expect((await fetch(`${server.url}/ready`)).status).toBe(503);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    await book.close();
    await server.stop();
  },
  opening,
);
