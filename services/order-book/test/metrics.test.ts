import type { OrderState } from '@waybill/contracts/domain';
import { openLog } from '@waybill/platform';
import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { openOrderBook } from '../src/index.ts';
import { aWrite } from './support/orders.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1_000).toISOString();

const shipped = {
  status: 'SHIPPED',
  createdAt: at(0),
  closedAt: at(4),
  steps: [
    {
      name: 'CAPTURE_PAYMENT',
      status: 'COMPLETED',
      attempt: 3,
      startedAt: at(1),
      finishedAt: at(2),
      percent: null,
      detail: null,
      error: null,
    },
  ],
  compensations: [
    {
      name: 'REFUND_PAYMENT',
      undoes: 'CAPTURE_PAYMENT',
      status: 'COMPLETED',
      attempt: 1,
      startedAt: at(2),
      finishedAt: at(3),
      error: null,
    },
  ],
} satisfies Partial<OrderState>;

async function aBook() {
  const registry = new Registry();
  const book = await openOrderBook({ log: openLog('test', 'silent'), now: () => new Date(), registry });
  const write = async (orderId: string, order: Partial<OrderState> = {}) => {
    const { status } = await book.app.request(`/orders/${orderId}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(aWrite({ orderId, ...order })),
    });
    expect(status).toBe(200);
  };
  return { write, close: book.close, lines: async () => (await registry.metrics()).split('\n') };
}

test('an order is counted once when it is closed, however often that is recorded', async () => {
  const book = await aBook();
  for (let time = 0; time < 3; time++) await book.write('O-1', shipped);

  const lines = await book.lines();
  await book.close();

  expect(lines).toEqual(
    expect.arrayContaining([
      'waybill_orders_placed_total{plan="AUTHORIZE_FIRST"} 1',
      'waybill_order_duration_seconds_count{status="SHIPPED"} 1',
      'waybill_order_duration_seconds_sum{status="SHIPPED"} 4',
      'waybill_order_step_retries_total{step="CAPTURE_PAYMENT"} 2',
      'waybill_order_compensations_total{compensation="REFUND_PAYMENT",status="COMPLETED"} 1',
      'waybill_orders{status="SHIPPED"} 1',
      'waybill_orders_stuck 0',
      'waybill_http_request_duration_seconds_count{method="PUT",route="/orders/:orderId",status="200"} 3',
    ]),
  );
});

test('metrics have as many series for ten orders as for one, and contain no ids', async () => {
  const book = await aBook();
  await book.write('CANARY-0', shipped);
  await book.lines(); // the first look asks for the counts, which is a statement more
  const ofOne = await book.lines();
  for (let order = 1; order < 10; order++) await book.write(`CANARY-${order}`, shipped);

  const ofTen = await book.lines();
  await book.close();

  expect(ofTen.length).toBe(ofOne.length);
  expect(ofTen.join('\n')).not.toMatch(/CANARY|@/i);
});
