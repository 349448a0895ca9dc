import { fulfillment, type OrderOutcome, recovery } from '@waybill/contracts/words';
import { forget } from '@waybill/orders-client/testing/forget';
import { describe, expect } from 'vitest';
import { eventually } from './support/eventually.ts';
import type { Operation } from './support/operation.ts';
import { awaiting, undone } from './support/reading.ts';
import { scenario } from './support/scenario.ts';
import { gate, hangs, losesItsReply } from './support/script.ts';
import type { Shop } from './support/shop.ts';
import type { Street } from './support/street.ts';

/** Each step that has an effect, with the one after it. */
const steps: { operation: Operation; next: Operation; before: string[]; undone: string[] }[] = [
  {
    operation: 'authorize',
    next: 'reserve',
    before: [],
    undone: [...nothingOf('cancel label', 'cancel shipment', 'refund', 'release stock'), 'release'],
  },
  {
    operation: 'reserve',
    next: 'capture',
    before: ['authorize'],
    undone: [...nothingOf('cancel label', 'cancel shipment', 'refund'), 'release stock', 'release'],
  },
  {
    operation: 'capture',
    next: 'prepare',
    before: ['authorize', 'reserve'],
    undone: [...nothingOf('cancel label', 'cancel shipment'), 'refund', 'release stock', ...nothingOf('release')],
  },
  {
    operation: 'prepare',
    next: 'label',
    before: ['authorize', 'reserve', 'capture'],
    undone: [...nothingOf('cancel label'), 'cancel shipment', 'refund', 'release stock', ...nothingOf('release')],
  },
  {
    operation: 'label',
    next: 'dispatch',
    before: ['authorize', 'reserve', 'capture', 'prepare'],
    undone: ['cancel label', 'cancel shipment', 'refund', 'release stock', ...nothingOf('release')],
  },
];

function nothingOf(...undos: string[]): string[] {
  return undos.map((undo) => `${undo}: nothing to do`);
}

describe('an order whose workflow is ended between the answer of a provider and the write into the book', () => {
  scenario.for(steps)(
    '($operation) is undone whole, newest first, and closed',
    async ({ operation, next, before, undone: undos }, { shop, street }) => {
      const store = shop();
      const answer = gate('works late');
      store.script.scripts(operation, answer.turn);
      store.script.scripts(next, hangs);
      await store.places();
      await store.untilCalled(operation);
      store.book.goesAway();
      answer.open();
      await untilHappened(store, operation);
      await ended(store);
      store.book.isBack();

      const outcome = await recovered(store, street);

      expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'WORKFLOW_LOST' } });
      expect(store.script.journal).toEqual([...before, operation, ...undos, 'notify FAILURE']);
      expectWhole(store, 'FAILED');
    },
  );

  scenario('(dispatch) has shipped, and nothing is undone', async ({ shop, street }) => {
    const store = shop();
    const answer = gate('works late');
    store.script.scripts('dispatch', answer.turn);
    await store.places();
    await store.untilCalled('dispatch');
    store.book.goesAway();
    answer.open();
    await untilHappened(store, 'dispatch');
    await ended(store);
    store.book.isBack();

    const outcome = await recovered(store, street);

    expect(outcome).toMatchObject({ status: 'SHIPPED', failure: null, trackingNumber: 'TRACK-1' });
    expect(store.script.journal).toEqual([
      ...steps.map(({ operation }) => operation),
      'dispatch',
      'notify CONFIRMATION',
    ]);
    expect(store.book.order()).toMatchObject({ progress: 100, payment: { status: 'CAPTURED' }, compensations: [] });
    expectWhole(store, 'SHIPPED');
  });
});

describe('an order that is lost', () => {
  scenario('while it waits for a person is undone and closed', async ({ shop, street }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    await ended(store);

    const outcome = await recovered(store, street);

    expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'WORKFLOW_LOST' } });
    expect(store.script.journal.slice(-2)).toEqual(['release', 'notify FAILURE']);
    expect(store.book.journal.map(({ type }) => type)).toContain('COMPENSATION_COMPLETED');
    expectWhole(store, 'FAILED');
  });

  scenario('is undone in the reverse order of its own plan', async ({ shop, street }) => {
    const store = await awaiting(shop({ requiresApproval: true, plan: 'RESERVE_FIRST' }));
    await ended(store);

    await recovered(store, street);

    const nothing = nothingOf('cancel label', 'cancel shipment', 'refund', 'release');
    expect(store.script.journal).toEqual(['reserve', ...nothing, 'release stock', 'notify FAILURE']);
    expectWhole(store, 'FAILED');
  });

  scenario('while its customer is being told stays shipped, and the customer is told', async ({ shop, street }) => {
    const store = shop();
    store.script.scripts('notify', hangs);
    await store.places();
    await store.untilCalled('notify');
    await untilBooked(store, 'SHIPPED');
    await ended(store);
    store.script.scripts('notify', { kind: 'works' });

    const outcome = await recovered(store, street);

    expect(outcome).toMatchObject({ status: 'SHIPPED', failure: null });
    expect(store.script.journal.slice(-2)).toEqual(['dispatch', 'notify CONFIRMATION']);
    expectWhole(store, 'SHIPPED');
  });

  scenario(
    'while a parcel is called back that was handed over all the same is undone whole',
    async ({ shop, street }) => {
      const store = shop();
      store.script.scripts('dispatch', losesItsReply);
      store.script.scripts('cancel label', hangs);
      await store.places();
      await store.untilCalled('cancel label');
      await untilBooked(store, 'COMPENSATING');
      await ended(store);
      store.script.scripts('cancel label', { kind: 'works' });

      const outcome = await recovered(store, street);

      expect(outcome).toMatchObject({ status: 'FAILED' });
      expect(store.script.journal).toEqual(expect.arrayContaining(['cancel shipment', 'refund', 'release stock']));
      expectWhole(store, 'FAILED');
    },
  );

  scenario('while a cancellation is being carried out ends cancelled', async ({ shop, street }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    store.script.scripts('release', hangs);
    await store.tells('cancel', { reason: 'changed my mind' });
    await store.untilCalled('release');
    await ended(store);
    store.script.scripts('release', { kind: 'works' });

    const outcome = await recovered(store, street);

    expect(outcome).toMatchObject({ status: 'CANCELLED', failure: { code: 'CANCELLED', message: 'changed my mind' } });
    expect(store.script.journal.at(-1)).toBe('notify CANCELLATION');
    expectWhole(store, 'CANCELLED');
  });

  scenario('is undone once, although its recovery is ended too and begun again', async ({ shop, street }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    await ended(store);
    store.script.scripts('release', hangs);
    await street.engine.recover(store.placed.orderId);
    await store.untilCalled('release');
    await handleOf(store, street).terminate();
    store.script.scripts('release', { kind: 'works' });

    const outcome = await recovered(store, street);

    expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'WORKFLOW_LOST' } });
    expect(store.script.journal.filter((effect) => effect === 'release')).toHaveLength(1);
    expect(undone(orderIn(store))).toHaveLength(5);
    expectWhole(store, 'FAILED');
  });

  scenario('is left alone when somebody has brought its workflow back', async ({ shop, street }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    await ended(store);
    await reset(store, street);

    const outcome = await recovered(store, street);
    await store.tells('approve');

    expect(outcome).toBeNull();
    expect(await store.handle.result()).toMatchObject({ status: 'SHIPPED' });
    expectWhole(store, 'SHIPPED');
  });

  scenario('stays undone when its workflow is brought back too late', async ({ shop, street }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    await ended(store);
    await recovered(store, street);
    const [order, entries] = [store.book.order(), store.book.journal.length];

    await reset(store, street);
    await store.tells('approve');
    await store.handle.result().catch(() => undefined);

    expect(store.book.order()).toEqual(order);
    expect(store.book.journal).toHaveLength(entries);
    expect(store.script.journal).not.toContain('reserve');
    expect(store.script.journal).not.toContain('capture');
  });

  scenario('and of which the engine knows nothing is recovered from the book alone', async ({ shop, street }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    await ended(store);
    await forget(street.client, fulfillment.idFor(store.placed.orderId));

    const outcome = await recovered(store, street);

    expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'WORKFLOW_LOST' } });
    expectWhole(store, 'FAILED');
  });
});

const ended = (store: Shop): Promise<unknown> => store.handle.terminate('by an operator');

const handleOf = ({ placed }: Shop, { client }: Street) => client.workflow.getHandle(recovery.idFor(placed.orderId));

async function recovered(store: Shop, street: Street): Promise<OrderOutcome | null> {
  await street.engine.recover(store.placed.orderId);
  return handleOf(store, street).result() as Promise<OrderOutcome | null>;
}

const untilBooked = ({ book }: Shop, status: string) =>
  eventually(async () => book.order()?.status === status || undefined);

const untilHappened = (store: Shop, effect: string) =>
  eventually(async () => store.script.journal.includes(effect) || undefined);

function orderIn({ book }: Shop) {
  const order = book.order();
  if (!order) throw new Error('The book has never heard of the order');
  return order;
}

/** The book has the end, and a journal without a gap up to it. */
function expectWhole(store: Shop, status: string): void {
  const order = orderIn(store);
  expect(order).toMatchObject({ status, closedAt: expect.any(String) });
  expect(store.book.journal.map(({ seq }) => seq)).toEqual(Array.from({ length: order.revision }, (_, at) => at + 1));
  expect(store.book.journal.at(-1)?.type).toBe('ORDER_CLOSED');
  expect(order.steps.filter(({ status: step }) => step === 'RUNNING' || step === 'PENDING')).toEqual([]);
}

/** An operator takes the workflow back to the end of its newest task, as a new run. */
async function reset(store: Shop, { client }: Street): Promise<void> {
  const { events } = await store.handle.fetchHistory();
  const task = events?.findLast(({ workflowTaskCompletedEventAttributes: completed }) => completed);
  await client.workflowService.resetWorkflowExecution({
    namespace: client.options.namespace,
    workflowExecution: { workflowId: store.handle.workflowId },
    reason: 'brought back',
    requestId: crypto.randomUUID(),
    workflowTaskFinishEventId: task?.eventId ?? null,
  });
}
