import { createOrderBookClient, type OrderBookClient } from '@waybill/order-book-client';
import { createExecutions, createRunExecutions } from '@waybill/orders-client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Driver } from '../services/gateway/test/support/driver.ts';
import { aBookForThisFile } from '../services/order-book/test/support/book-of-file.ts';
import { reconcile } from './book-audit/all-pages.ts';
import { followed, startedBy } from './support/runs.ts';
import { shopperAt } from './support/shopper.ts';
import { openSystem, type System } from './support/system.ts';

const { book: restored } = aBookForThisFile();
let system: System;
let gateway: Driver;
let book: OrderBookClient;
beforeAll(async () => {
  system = await openSystem(inject('temporalAddress'));
  gateway = await system.gateway();
  book = createOrderBookClient({ baseUrl: String(system.env.WAYBILL_ORDER_BOOK_URL) });
});
afterAll(async () => {
  await book.close();
  await system.close();
});

test('an order that has ended and that the book has lost is not reported as lost or interrupted', async () => {
  const shopper = shopperAt(gateway, system.audit);
  await shopper.end(await shopper.place('ENDED'));
  const other = await system.gateway({}, { book: restored() });

  const { data, errors } = await other.ask('{ order(id: "ENDED") { status failure { code } } }');

  expect(data).toEqual({ order: null });
  expect(errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
});

test('what a book has lost of orders and runs that have ended is recorded again by one audit, as it was', async () => {
  const shopper = shopperAt(gateway, system.audit);
  await system.pin({ orderId: 'REFUSED', operation: 'payment.authorize', outcomes: ['insufficient_funds'] });
  await Promise.all(['SHIPPED', 'REFUSED'].map(async (id) => shopper.end(await shopper.place(id))));
  const { id } = await startedBy(
    gateway,
    'startPayment(input: { orderId: "SHIPPED", customerId: "ada", amount: "7.00" })',
  );
  await followed(gateway, id, 'closedAt');
  const engine = { ...createExecutions(system.client), runs: createRunExecutions(system.client) };
  await expect
    .poll(async () => (await engine.ended({ after: '', since: null })).ids)
    .toEqual(expect.arrayContaining(['SHIPPED', 'REFUSED']));
  await expect.poll(async () => (await engine.runs.page({ after: '', since: null })).ids).toEqual([id]);

  const found = await reconcile(restored(), engine);

  expect(found).toMatchObject({ mended: expect.arrayContaining(['SHIPPED', 'REFUSED', id]), lost: [], refused: [] });
  for (const orderId of ['SHIPPED', 'REFUSED']) {
    expect((await restored().find(orderId))?.order).toEqual((await book.find(orderId))?.order);
    expect(await restored().journal(orderId)).toEqual(await book.journal(orderId));
  }
  expect((await restored().runs.find(id))?.run).toEqual((await book.runs.find(id))?.run);
  expect(await reconcile(restored(), engine)).toMatchObject({ mended: [] });
});
