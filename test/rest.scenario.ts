import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { eventStream } from '../services/gateway/test/support/event-stream.ts';
import { type RestDriver, restAt } from '../services/gateway/test/support/rest.ts';
import { aToken } from '../services/gateway/test/support/tokens.ts';
import { openSystem, type System } from './support/system.ts';

let system: System;
let rest: RestDriver;
beforeAll(async () => {
  system = await openSystem(inject('temporalAddress'));
  rest = restAt(await system.gateway());
});
afterAll(() => system?.close());

const anOrder = {
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  items: [{ sku: 'BOOK-001', quantity: 1 }],
  shippingAddress: { street: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' },
};
const aPayment = (orderId: string) => ({ orderId, customerId: 'CUST-1', amount: '20.00' });

/** Waits for the end of a run or an order. */
async function ended(path: string): Promise<Record<string, unknown>> {
  for (;;) {
    const { status, body } = await rest.get(`${path}/result`);
    if (status !== 202) return { ...body, httpStatus: status };
  }
}

test('a payment is started, found, awaited, followed and partly refunded', async () => {
  const started = await rest.post('/workflows/payment', aPayment('SHOP-1'));
  const path = `/workflows/${started.body.id}`;

  const paid = await ended(path);
  const refunded = await rest.post(`${path}/refund`, { amount: '5.00', reason: 'One was broken' });
  const listed = await rest.get('/workflows?kind=PAYMENT');
  const journal = await rest.get(`${path}/journal?first=100`);
  const history = await rest.get(`${path}/history?first=1`);
  const events = await (await eventStream(await rest.send('GET', `${path}/events`))).toTheEnd();

  expect(started).toMatchObject({
    status: 201,
    headers: { location: '/api/v1/workflows/RUN-payment-SHOP-1' },
    body: { id: 'RUN-payment-SHOP-1', runId: 'RUN-payment-SHOP-1', workflowId: 'payment-SHOP-1' },
  });
  expect(paid).toMatchObject({ httpStatus: 200, status: 'COMPLETED', refundable: { amount: '20.00' } });
  expect(refunded).toMatchObject({ status: 200, body: { status: 'COMPLETED', refundable: { amount: '15.00' } } });
  expect((listed.body.items as { id: string }[]).map(({ id }) => id)).toEqual(['RUN-payment-SHOP-1']);
  const entries = journal.body.items as { type: string; cursor: string }[];
  expect(history).toMatchObject({ status: 200, body: { items: [{ id: 1, type: 'WorkflowExecutionStarted' }] } });
  expect([entries[0]?.type, entries.at(-1)?.type]).toEqual(['RUN_STARTED', 'REFUNDED']);
  expect(events.map(({ event, id }) => [event, id])).toEqual(entries.map(({ type, cursor }) => [type, cursor]));
});

test.each([
  ['/orders', (id: string) => ({ ...anOrder, orderId: id }), { plan: 'RESERVE_FIRST' }],
  ['/workflows/greet', (id: string) => ({ name: 'Ada', runId: `RUN-${id}` }), { name: 'Bob' }],
])('over %s an id that is taken is 409 whatever the key, a key with another body 422', async (path, inputOf, other) => {
  const [key, input] = [crypto.randomUUID(), inputOf(crypto.randomUUID())];
  const post = (body: object, under: string) => rest.post(path, body, { 'idempotency-key': under });

  const changed = { ...input, ...other };
  const said = [await post(input, key), await post(changed, crypto.randomUUID()), await post(changed, key)];

  expect(said.map(({ status }) => status)).toEqual([201, 409, 422]);
});

test('a payment has the id of another system too, under which a cancellation refunds the captured amount', async () => {
  await rest.post('/workflows/payment', aPayment('SHOP-2'));
  await ended('/workflows/payment-SHOP-2');

  const cancelled = await rest.post('/workflows/payment-SHOP-2/cancel');
  const status = await rest.get('/workflows/payment-SHOP-2/status');
  const progress = await rest.get('/workflows/payment-SHOP-2/progress');

  expect(cancelled).toMatchObject({ status: 200, body: { refundable: { amount: '0.00' } } });
  expect(status).toMatchObject({ status: 200, body: { id: 'RUN-payment-SHOP-2', status: 'COMPLETED' } });
  expect(progress).toMatchObject({ status: 200, body: { progress: 100 } });
});

test('a payment id of an order belongs to its customer, whatever another customer has named so before', async () => {
  const gateway = await system.gateway();
  const as = async (sub: string) => restAt(gateway.as(await aToken({ sub, role: 'customer' })));
  const [ada, mallory] = [await as('ada'), await as('mallory')];
  const ofAda = { ...aPayment('SHOP-9'), customerId: 'ada' };
  const taken = { ...aPayment('SHOP-9'), customerId: 'mallory', runId: 'RUN-payment-SHOP-9' };
  const first = await mallory.post('/workflows/payment', taken);

  const started = await ada.post('/workflows/payment', ofAda);
  const again = await ada.post('/workflows/payment', ofAda);
  const other = await ada.post('/workflows/payment', { ...ofAda, amount: '21.00' });
  const seen = await ada.get('/workflows/payment-SHOP-9/status');

  expect([first.status, started.status, again.status, other.status]).toEqual([201, 201, 201, 409]);
  expect(started.body).toMatchObject({ workflowId: 'payment-SHOP-9', customerId: 'ada' });
  expect([again.body.id, seen.body.id]).toEqual([started.body.id, started.body.id]);
  expect(first.body.id).not.toBe(started.body.id);
});

test('an open payment is cancelled by its own id', async () => {
  const { body } = await rest.post('/workflows/payment', { ...aPayment('SHOP-3'), cancellableFor: 'PT1H' });

  const cancelled = await rest.post(`/workflows/${body.id}/cancel`, { reason: 'changed my mind' });

  expect([200, 202]).toContain(cancelled.status);
  expect(await ended(`/workflows/${body.id}`)).toMatchObject({ httpStatus: 200, status: 'CANCELLED' });
});

test('a greeting and a user context accept the terms of other systems', async () => {
  const greeting = await rest.post('/workflows/greet', { userId: 'Ada' });
  const first = await rest.post('/workflows/user-context', { userId: 'ada', strategy: 'sequential' });
  await ended(`/workflows/${first.body.id}`);
  const second = await rest.post('/workflows/user-context', { userId: 'ada', strategy: 'parallel' });

  const greeted = await ended(`/workflows/${greeting.body.id}`);
  const newest = await ended('/workflows/user-context-ada');
  const unnamed = await rest.get('/workflows/user-context-nobody/status');

  expect(greeted).toMatchObject({ status: 'COMPLETED', greeting: expect.stringContaining('Ada') });
  expect(second).toMatchObject({ status: 201, body: { workflowId: 'user-context-ada' } });
  expect(newest).toMatchObject({ id: second.body.id, status: 'COMPLETED' });
  expect(unnamed).toMatchObject({ status: 404, body: { code: 'RUN_NOT_FOUND' } });
});

test('a standing order is paused, resumed, skipped and stopped', async () => {
  const schedule = { every: 'P1D', firstAt: '2999-01-01T00:00:00Z' };
  const { body, status } = await rest.post('/workflows/standing-orders', { ...schedule, order: anOrder });
  const statuses: unknown[] = [];

  for (const verb of ['pause', 'resume', 'skip', 'stop'])
    statuses.push((await rest.post(`/workflows/${body.id}/${verb}`, {}, { 'idempotency-key': verb })).status);

  expect(status).toBe(201);
  expect(statuses.every((code) => code === 200 || code === 202)).toBe(true);
  expect(await ended(`/workflows/${body.id}`)).toMatchObject({ httpStatus: 200, closedAt: expect.any(String) });
});

test('an operator reads the audit, the journal and the services', async () => {
  const audit = await rest.get('/audit');
  const journal = await rest.get('/journal?first=1');
  const services = await rest.get('/services');

  expect(audit).toMatchObject({ status: 200, body: { problems: expect.anything() } });
  expect(journal).toMatchObject({ status: 200, body: { items: expect.any(Array) } });
  expect((services.body.items as unknown[]).length).toBeGreaterThan(0);
});
