import { expect, test } from 'vitest';
import type { OrderSnapshot } from '../src/index.ts';
import { ada, anOrder, aShop, manager, operator, withStep } from './shop.ts';

const work = { attempt: 2, percent: null, lastError: null, nextAttemptAt: null };

const labeling = (attempt: number) =>
  withStep(anOrder({ status: 'PROCESSING', running: { ...work, step: 'CREATE_LABEL', attempt } }), 'CREATE_LABEL', {
    status: 'RUNNING',
    attempt: 1,
  });

const undo = { name: 'REFUND_PAYMENT', undoes: 'CAPTURE_PAYMENT', status: 'RUNNING', attempt: 1 } as const;
const undoing = anOrder({
  status: 'COMPENSATING',
  compensations: [{ ...undo, startedAt: '2026-01-02T03:04:06.000Z', finishedAt: null, error: null }],
  running: { ...work, step: 'CAPTURE_PAYMENT' },
});

test.each<[string, OrderSnapshot, string[]]>([
  ['a step that has not failed', labeling(1), []],
  ['a step that has failed', labeling(2), ['RETRY_NOW', 'GIVE_UP_STEP']],
  ['a compensation that has failed', undoing, ['RETRY_NOW', 'SETTLE_COMPENSATION']],
  ['a compensation of which the engine tells nothing', { ...undoing, running: null }, []],
])('for %s operators have the available actions, and nobody else has', async (_, order, actions) => {
  const shop = aShop({ orders: [order] });
  const query = '{ order(id: "ORD-1") { availableActions } }';

  const answers = await Promise.all([operator, manager, ada].map((viewer) => shop.as(viewer).asks(query)));

  const byOperators = ['RETRY_NOW', 'GIVE_UP_STEP', 'SETTLE_COMPENSATION'];
  const offered = answers.map(({ data }) =>
    (data as { order: { availableActions: string[] } }).order.availableActions.filter((it) => byOperators.includes(it)),
  );
  expect(offered).toEqual([actions, [], []]);
});
