import { type HistoryPosition, newOrderId } from '@waybill/orders-client';
import { anOrder, openTestEngine, type TestEngine } from '@waybill/orders-client/testing';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

let testEngine: TestEngine;
beforeAll(async () => {
  testEngine = await openTestEngine(inject('temporalAddress'));
});
afterAll(() => testEngine.close());

test('a history is read page by page, from either end, each event once', async () => {
  const orderId = await aHistory();
  await testEngine.terminate(orderId); // nothing is added between one reading and the next

  const oldestFirst = await allEvents(orderId, false);
  const newestFirst = await allEvents(orderId, true);

  const ids = oldestFirst.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(3);
  expect(ids).toEqual(ids.map((_, at) => at + 1));
  expect(newestFirst.map(({ id }) => id)).toEqual([...ids].reverse());
  expect(oldestFirst.map(({ step, ...event }) => event)).toEqual(
    newestFirst.reverse().map(({ step, ...event }) => event),
  );
});

test('its payloads are decoded, and it names the workflow that was started', async () => {
  const orderId = await aHistory();

  const page = await testEngine.orders.history(orderId, { first: 1, newestFirst: false });

  expect(page?.events).toMatchObject([
    {
      id: 1,
      type: 'WorkflowExecutionStarted',
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      step: null,
      detail: { workflowType: { name: 'fulfillOrder' }, input: { payloads: [{ orderId, customerId: 'CUST-1' }] } },
    },
  ]);
  expect(page?.hasMore).toBe(true);
});

test('a long text is truncated, and marked as such', async () => {
  const item = { sku: 'TEA', name: '🫖'.repeat(150), quantity: 1, unitPrice: { amountMinor: 9, currencyCode: 'USD' } };
  const orderId = await aHistory({ items: Array(20).fill(item) });

  const page = await testEngine.orders.history(orderId, { first: 1, newestFirst: false });

  const text = JSON.stringify(page?.events[0]?.detail);
  expect(text).toMatch(/^\{"truncated":"\{\\"workflowType/);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4_096);
  expect(Buffer.byteLength(text)).toBeGreaterThan(2_000);
});

test('there is none of an unknown order, nor of another order under a cursor', async () => {
  const [one, other] = await Promise.all([aHistory(), aHistory()]);
  const page = await testEngine.orders.history(one, { first: 1, newestFirst: false });
  const after = { eventId: 1, executionId: page?.executionId ?? '' };

  expect(await testEngine.orders.history('ORD-NOBODY', { first: 1, newestFirst: false })).toBeNull();
  expect(await testEngine.orders.history(other, { first: 1, newestFirst: false, after })).toBeNull();
});

async function aHistory(changes: Parameters<typeof anOrder>[0] = {}): Promise<string> {
  const orderId = newOrderId();
  await testEngine.orders.place(anOrder({ ...changes, orderId }), { idempotencyKey: null, caller: 'CUST-1' });
  await testEngine.happen(orderId, 2);
  return orderId;
}

/** All events, three at a time. */
async function allEvents(orderId: string, newestFirst: boolean) {
  const events = [];
  let after: HistoryPosition | undefined;
  for (;;) {
    const page = await testEngine.orders.history(orderId, { first: 3, newestFirst, ...(after ? { after } : {}) });
    if (!page) throw new Error('There is no history');
    events.push(...page.events);
    const last = page.events.at(-1);
    if (!page.hasMore || !last) return events;
    after = { eventId: last.id, executionId: page.executionId };
  }
}
