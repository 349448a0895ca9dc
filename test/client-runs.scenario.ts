import { connect, orThrow } from '@waybill/client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { WebSocket } from 'ws';
import { aToken } from '../services/gateway/test/support/tokens.ts';
import { openSystem, type System } from './support/system.ts';

let system: System;
let shop: ReturnType<typeof connect>;
beforeAll(async () => {
  system = await openSystem(inject('temporalAddress'));
  const { endpoint: url } = await system.gateway();
  shop = connect({ url, token: await aToken({ sub: 'olga', role: 'operator' }), WebSocket });
});
afterAll(async () => {
  shop?.close();
  await system?.close();
});

test('a payment is started, awaited and partly refunded, with journal entries', async () => {
  const input = { orderId: 'SHOP-7', customerId: 'CUST-1', amount: '20.00' };
  const { run } = orThrow(await shop.runs.startPayment(input, { idempotencyKey: crypto.randomUUID() }));

  const paid = await shop.runs.waitFor(run.id, 'COMPLETED');
  const refunded = orThrow(await shop.runs.refund(run.id, 'One was broken', { amount: '5.00' }));
  const seen: string[] = [];
  for await (const { type } of shop.runs.events(run.id)) seen.push(type);

  expect(paid).toMatchObject({ __typename: 'PaymentRun', refundable: { amount: '20.00' } });
  expect(refunded.run.refundable?.amount).toBe('15.00');
  expect([seen[0], seen.at(-1)]).toEqual(['RUN_STARTED', 'REFUNDED']);
});

test('an operator sees runs, counts, the journal, the calls and the services', async () => {
  const { run } = orThrow(await shop.runs.greet({ name: 'Ada' }));
  await shop.runs.waitFor(run.id, 'COMPLETED');
  const seen: string[] = [];
  for await (const { nodes } of shop.runs.list({ kind: ['GREETING'] })) seen.push(...nodes.map(({ id }) => id));
  const counts = shop.orders.watchCounts();

  expect(seen).toContain(run.id);
  expect((await counts.next()).value).toEqual(await shop.orders.counts());
  expect((await shop.journal.list({}, { pageSize: 1 }).next()).value).toHaveProperty('nodes');
  expect((await shop.chaos.log({}, { pageSize: 1 }).next()).value).toHaveProperty('nodes');
  expect((await shop.services()).length).toBeGreaterThan(0);
  expect((await shop.userContext()).userId).toBe('olga');
  await counts.return();
});
