import { type OrderOutcome, type OrderState, recovery } from '@waybill/contracts/domain';
import { expect } from 'vitest';
import { eventually } from './eventually.ts';
import type { TestShop } from './test-shop.ts';
import type { TestWorkers } from './test-workers.ts';

export function nothingOf(...undos: string[]): string[] {
  return undos.map((undo) => `${undo}: nothing to do`);
}

export const ended = (store: TestShop): Promise<unknown> => store.handle.terminate('by an operator');

export const handleOf = ({ placed }: TestShop, { client }: TestWorkers) =>
  client.workflow.getHandle(recovery.idFor(placed.orderId));

export async function recovered(store: TestShop, workers: TestWorkers): Promise<OrderOutcome | null> {
  await workers.engine.recover(store.placed.orderId);
  return handleOf(store, workers).result() as Promise<OrderOutcome | null>;
}

export const untilBooked = ({ book }: TestShop, status: string) =>
  eventually(async () => book.order()?.status === status || undefined);

export const untilHappened = (store: TestShop, effect: string) =>
  eventually(async () => store.script.journal.includes(effect) || undefined);

export function orderIn({ book }: TestShop) {
  const order = book.order();
  if (!order) throw new Error('The book has never heard of the order');
  return order;
}

/** The book has the end, and a journal without a gap up to it. */
export function expectWhole(store: TestShop, status: string): void {
  const order = orderIn(store);
  expect(order).toMatchObject({ status, closedAt: expect.any(String) });
  expect(store.book.journal.map(({ seq }) => seq)).toEqual(Array.from({ length: order.revision }, (_, at) => at + 1));
  expect(store.book.journal.at(-1)?.type).toBe('ORDER_CLOSED');
  expect(order.steps.filter(({ status: step }) => step === 'RUNNING' || step === 'PENDING')).toEqual([]);
}

/** An operator takes the workflow back to its newest task, or to its first, as a new run. */
export async function reset(
  store: TestShop,
  { client }: TestWorkers,
  to: 'newest' | 'first' = 'newest',
): Promise<void> {
  const { events } = await store.handle.fetchHistory();
  const tasks = (events ?? []).filter(({ workflowTaskCompletedEventAttributes: completed }) => completed);
  await client.workflowService.resetWorkflowExecution({
    namespace: client.options.namespace,
    workflowExecution: { workflowId: store.handle.workflowId },
    reason: 'brought back',
    requestId: crypto.randomUUID(),
    workflowTaskFinishEventId: tasks.at(to === 'first' ? 0 : -1)?.eventId ?? null,
  });
}

/** Waits until the book has the end and every entry up to it: what was written in passing may arrive after the end. */
export const untilClosed = ({ book }: TestShop): Promise<OrderState> =>
  eventually(async () => {
    const order = book.order();
    return order?.closedAt && book.journal.length === order.revision ? order : undefined;
  }, 20_000);

/** Neither money nor stock of an order is kept, and nothing of it is on its way. */
export function expectNothingKept({ script: { journal } }: TestShop): void {
  const times = (effect: string) => journal.filter((it) => it === effect).length;
  expect(times('capture') - times('refund')).toBe(0);
  expect(times('reserve') - times('release stock')).toBe(0);
  expect(times('authorize') === 0 || times('capture') + times('release') > 0).toBe(true);
  expect(times('dispatch') - times('cancel shipment')).toBeLessThanOrEqual(0);
}
