import { expect, test } from 'vitest';
import type { OrderSnapshot } from '../src/index.ts';
import { ada, anOrder, aShop, withStep } from './shop.ts';

const read = async (order: OrderSnapshot, selection: string) => {
  const answer = await aShop({ orders: [order] })
    .as(ada)
    .asks(`{ order(id: "ORD-1") { ${selection} } }`);
  return (answer.data as { order: Record<string, unknown> }).order;
};

const work = { attempt: 1, percent: null, lastError: null, nextAttemptAt: null };
const refused = { code: 'CARRIER_ERROR', message: 'The carrier is down' };

const labeling = (attempt: number, over: Partial<OrderSnapshot> = {}) =>
  withStep(
    anOrder({ status: 'PROCESSING', running: { ...work, step: 'CREATE_LABEL', attempt }, ...over }),
    'CREATE_LABEL',
    { status: 'RUNNING', attempt: 1 },
  );

const undoing = (startedAt: string, over: Partial<OrderSnapshot['compensations'][number]> = {}) =>
  anOrder({
    status: 'COMPENSATING',
    compensations: [
      {
        name: 'REFUND_PAYMENT',
        undoes: 'CAPTURE_PAYMENT',
        status: 'RUNNING',
        attempt: 1,
        startedAt,
        finishedAt: null,
        error: null,
        ...over,
      },
    ],
    running: { ...work, step: 'CAPTURE_PAYMENT', attempt: 2, lastError: refused },
  });

// An order's `asOf` is 03:05:05.
const aMinuteAgo = '2026-01-02T03:04:05.000Z';
const justNow = '2026-01-02T03:04:06.000Z';

test.each<[string, string, OrderSnapshot]>([
  ['just placed', 'OK', anOrder()],
  ['at the first try of a step', 'OK', labeling(1)],
  ['at the second', 'RETRYING', labeling(2)],
  ['at the fourth', 'RETRYING', labeling(4)],
  ['at the fifth', 'STUCK', labeling(5)],
  ['awaiting approval', 'WAITING_FOR_PERSON', anOrder({ status: 'AWAITING_APPROVAL' })],
  ['with an undo that has just failed', 'RETRYING', undoing(justNow)],
  ['with an undo that takes a minute, and has not failed', 'OK', { ...undoing(aMinuteAgo), running: null }],
  ['with an undo that has failed for a minute', 'STUCK', undoing(aMinuteAgo)],
  ['with an undo that failed a minute ago and is done', 'OK', undoing(aMinuteAgo, { status: 'COMPLETED' })],
  ['whose workflow cannot go on', 'STUCK', anOrder({ taskFailing: true })],
  [
    'whose workflow cannot go on while a person is asked',
    'STUCK',
    anOrder({ status: 'AWAITING_APPROVAL', taskFailing: true }),
  ],
  ['of which the book was told that it is stuck', 'STUCK', anOrder({ attention: 'STUCK' })],
  [
    'shipped after five tries',
    'OK',
    withStep(anOrder({ status: 'SHIPPED' }), 'CREATE_LABEL', { status: 'COMPLETED', attempt: 5 }),
  ],
])('an order %s is %s', async (_, health, order) => {
  expect(await read(order, 'health')).toEqual({ health });
});

test('the running step shows its state in the engine', async () => {
  const running = {
    step: 'CREATE_LABEL' as const,
    attempt: 3,
    percent: 40,
    lastError: refused,
    nextAttemptAt: '2026-01-02T03:05:09.000Z',
  };

  const order = await read(
    labeling(3, { running }),
    'steps { name attempt percent error { code message } nextAttemptAt }',
  );

  expect(order.steps).toContainEqual({
    name: 'CREATE_LABEL',
    attempt: 3,
    percent: 40,
    error: refused,
    nextAttemptAt: '2026-01-02T03:05:09.000Z',
  });
  expect(order.steps).toContainEqual({
    name: 'DISPATCH_CARRIER',
    attempt: 0,
    percent: null,
    error: null,
    nextAttemptAt: null,
  });
});

test('the running compensation shows its state in the engine', async () => {
  const order = await read(undoing(justNow), 'compensations { name undoes status attempt error { code } }');

  expect(order.compensations).toEqual([
    {
      name: 'REFUND_PAYMENT',
      undoes: 'CAPTURE_PAYMENT',
      status: 'RUNNING',
      attempt: 2,
      error: { code: 'CARRIER_ERROR' },
    },
  ]);
});

test('the compensation that keeps an order from its end is named', async () => {
  const undone = [{}, { status: 'FAILED' as const }].map((over) => read(undoing(justNow, over), 'currentCompensation'));

  expect(await Promise.all(undone)).toEqual(Array(2).fill({ currentCompensation: 'REFUND_PAYMENT' }));
});

/** The label is being made, and is so far. */
const labelAt = (percent: number, over: Partial<OrderSnapshot> = {}) =>
  labeling(1, { running: { ...work, step: 'CREATE_LABEL', percent }, ...over });

test('the label progresses, and the progress of the order is the same in every query', async () => {
  const before = await read(labelAt(0, { progress: 64 }), 'progress steps { name percent }');
  const then = await read(labelAt(50, { progress: 64 }), 'progress steps { name percent }');

  expect(before).toMatchObject({ progress: 64, steps: expect.arrayContaining([{ name: 'CREATE_LABEL', percent: 0 }]) });
  expect(then).toMatchObject({ progress: 64, steps: expect.arrayContaining([{ name: 'CREATE_LABEL', percent: 50 }]) });
});

test.each([
  ['never falls when the label begins again', labelAt(0, { progress: 60 }), 60],
  ['is what the order says while nothing runs', anOrder({ progress: 42 }), 42],
  ['is 100 when shipped', anOrder({ status: 'SHIPPED', progress: 100 }), 100],
])('progress %s', async (_, order, progress) => {
  expect(await read(order, 'progress')).toEqual({ progress });
});

const parcel = { status: 'LABELING', carrier: null, trackingNumber: null } as const;

test.each([
  ['not begun', anOrder({ shipment: { ...parcel, status: 'PREPARED' } }), null],
  ['begun', labeling(1, { shipment: parcel }), 0],
  ['on its way', labelAt(40, { shipment: parcel }), 40],
  ['made', withStep(anOrder({ shipment: parcel }), 'CREATE_LABEL', { status: 'COMPLETED' }), 100],
])('the label of a shipment is %s', async (_, order, labelPercent) => {
  expect(await read(order, 'shipment { labelPercent }')).toEqual({ shipment: { labelPercent } });
});
