import { createOrderBookClient, type OrderBookClient, Unavailable } from '@waybill/order-book-client';
import { openLog } from '@waybill/platform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OrderBookServer, startOrderBook } from '../src/index.ts';
import { arrivalOf } from './support/arrival.ts';
import { aWrite, entries } from './support/orders.ts';
import { opening, writtenAt } from './support/test-book.ts';

let server: OrderBookServer;
let book: OrderBookClient;
beforeAll(async () => {
  server = await start();
  book = createOrderBookClient({ baseUrl: server.url });
}, opening);
afterAll(async () => {
  await book.close();
  await server.stop();
});

describe('over HTTP, by the typed client', () => {
  test('an order is recorded, found, listed and followed', async () => {
    const { cursor } = await book.changes();
    const write = aWrite({ orderId: 'o-1', revision: 2 });

    const recorded = await book.record('o-1', write);

    const booked = { order: write.order, attention: null, fingerprint: 'f-1', asOf: writtenAt.toISOString() };
    expect(recorded).toEqual({ revision: 2, seq: 2 });
    expect(await book.find('o-1')).toEqual(booked);
    expect(await book.byIds(['o-1', 'o-unknown'])).toEqual([booked]);
    expect((await book.page({ first: 1, countTotal: true })).edges).toMatchObject([{ booked }]);
    expect((await book.changes({ after: cursor })).changes).toMatchObject([{ booked, previousStatus: null }]);
    expect((await book.fullJournal({ orderId: 'o-1', type: ['STATUS_CHANGED'], first: 1 })).entries).toMatchObject([
      { orderId: 'o-1', entry: { seq: 2 } },
    ]);
    expect([await book.counts(), await book.counts({ customerId: 'c-1' })]).toMatchObject([{ total: 1 }, { total: 1 }]);
    expect((await book.open()).orders).toContainEqual({ orderId: 'o-1', revision: 2, seq: 2, attention: null });
  });

  test('an order is reported as stuck and as recovered; an unknown one is not found', async () => {
    await book.record('o-stuck', aWrite({ orderId: 'o-stuck' }));

    const stuck = await book.setAttention('o-stuck', 'STUCK');
    const booked = await book.find('o-stuck');
    const sound = await book.setAttention('o-stuck', null);

    expect([stuck, booked?.attention, sound]).toEqual([{ attention: 'STUCK' }, 'STUCK', { attention: null }]);
    expect(await book.setAttention('o-unknown', 'STUCK')).toBeUndefined();
  });

  test('a cursor of another generation of the feed is gone, as after the restore of a backup', async () => {
    await book.record('o-kept', aWrite({ orderId: 'o-kept' }));
    const { cursor } = await book.changes();
    const lost = cursor.replace(/[^.]*$/, (generation) => generation.replace(/./g, (c) => (c === '0' ? '1' : '0')));

    const response = await fetch(`${server.url}/changes?after=${lost}`);

    expect(response.status).toBe(410);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'FEED_RESTORED' });
    await expect(book.changes({ after: lost })).rejects.toMatchObject({ name: 'Refused', code: 'FEED_RESTORED' });
    expect(await book.changes({ after: cursor })).toEqual({ changes: [], cursor });
  });

  test('an unknown order is undefined, and its journal is refused by name', async () => {
    expect(await book.find('o-unknown')).toBeUndefined();
    await expect(book.journal('o-unknown')).rejects.toMatchObject({ name: 'Refused', code: 'ORDER_NOT_FOUND' });
  });

  test('an order id with other content is refused by name', async () => {
    await book.record('o-taken', aWrite({ orderId: 'o-taken' }));

    const other = book.record('o-taken', { ...aWrite({ orderId: 'o-taken', revision: 2 }), fingerprint: 'f-other' });

    await expect(other).rejects.toMatchObject({ name: 'Refused', code: 'IDEMPOTENCY_CONFLICT' });
  });

  test.each([
    [{}, '1234567', false, false],
    [{ first: 2 }, '12', true, false],
    [{ after: 2, first: 3 }, '345', true, true],
    [{ after: 5, first: 3 }, '67', false, true],
    [{ after: 7 }, '', false, true],
    [{ last: 2 }, '67', false, true],
    [{ last: 2, before: 4 }, '23', true, true],
    [{ last: 5, before: 3 }, '12', true, false],
    [{ last: 5, before: 1 }, '', true, false],
    [{ after: 2, before: 5 }, '34', true, true],
  ])('the journal page %j of seven entries holds %j', async (query, list, hasMore, hasEarlier) => {
    await book.record('o-seven', aWrite({ orderId: 'o-seven', revision: 7 }));

    const page = await book.journal('o-seven', query);

    expect(page).toEqual({ entries: [...list].flatMap((seq) => entries(+seq, +seq)), hasMore, hasEarlier });
  });

  test('a closed order is not listed as open', async () => {
    await book.record(
      'o-closed',
      aWrite({ orderId: 'o-closed', status: 'FAILED', closedAt: '2026-01-01T00:00:00.000Z' }),
    );

    const { orders } = await book.open({ first: 1000 });

    expect(orders.map(({ orderId }) => orderId)).not.toContain('o-closed');
  });

  test('an id may have any characters that a path can carry', async () => {
    const orderId = 'ünder/way?#%';

    await book.record(orderId, aWrite({ orderId }));

    expect((await book.find(orderId))?.order.orderId).toBe(orderId);
  });
});

describe('a service that stops', () => {
  test(
    'completes waiting polls, and closes every connection',
    async () => {
      const leaving = await start();
      const client = createOrderBookClient({ baseUrl: leaving.url });
      const poll = '/changes?after=0&waitMs=60000';
      const arrived = arrivalOf(poll);
      const waiting = fetch(`${leaving.url}${poll}`);
      await arrived;
      await client.find('o-1'); // by then it waits

      await leaving.stop();

      const reply = await waiting;
      expect(await reply.json()).toEqual({ changes: [], cursor: '0' });
      expect(reply.headers.get('connection')).toBe('close');
      await expect(client.find('o-1')).rejects.toBeInstanceOf(Unavailable);
      await client.close();
    },
    opening,
  );
});

test('it reports that it is alive and ready', async () => {
  const statuses = await Promise.all(
    ['/health', '/ready'].map(async (path) => (await fetch(server.url + path)).status),
  );

  expect(statuses).toEqual([200, 200]);
});

const start = () => startOrderBook({ log: openLog('order-book', 'silent'), now: () => writtenAt });
