import { stepsOf } from '@waybill/contracts/domain';
import { expect, test } from 'vitest';
import { OrderRecord } from '../src/workflows/order/state/order-record.ts';
import { anOrder } from './support/order.ts';
import { step } from './support/reading.ts';

const maria = { actor: 'maria', correlationId: 'cor-1' };
const error = { code: 'STEP_FAILED', message: 'no' } as const;

const recorded = () => {
  const placed = anOrder({ placedAt: '2026-01-01T00:00:00.000Z' });
  const unshown = { status: () => undefined, total: () => undefined };
  const order = OrderRecord.placed(placed, [...stepsOf[placed.plan]], unshown);
  const told = () =>
    order.entriesAfter(1).map(({ type, step: name, actor, detail }) => ({ type, name, actor, detail }));
  return { order, steps: order.steps, told };
};

test('a step that starts is the current step of the order', () => {
  const { order, steps, told } = recorded();

  steps.start('VALIDATE');

  expect(order.state.currentStep).toBe('VALIDATE');
  expect(step(order.state, 'VALIDATE')).toMatchObject({ status: 'RUNNING', attempt: 1, startedAt: expect.any(String) });
  expect(told()).toEqual([{ type: 'STEP_STARTED', name: 'VALIDATE', actor: null, detail: null }]);
  expect([steps.isRunning('VALIDATE'), steps.isRunning('RECEIVE'), steps.hasEnded('VALIDATE')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('a step that has ended records its result, its attempt and its actor', () => {
  const { order, steps, told } = recorded();
  steps.start('VALIDATE');
  steps.start('ENRICH');

  steps.complete('VALIDATE', 2, { note: 'fine' }, maria);
  steps.fail('ENRICH', 3, error, maria);

  expect(step(order.state, 'VALIDATE')).toMatchObject({ status: 'COMPLETED', attempt: 2, detail: { note: 'fine' } });
  expect(step(order.state, 'ENRICH')).toMatchObject({ status: 'FAILED', attempt: 3, error });
  const [noted, failed] = [
    { note: 'fine', attempt: 2 },
    { ...error, attempt: 3 },
  ];
  expect(told().slice(2)).toEqual([
    { type: 'STEP_COMPLETED', name: 'VALIDATE', actor: 'maria', detail: { ...noted, correlationId: 'cor-1' } },
    { type: 'STEP_FAILED', name: 'ENRICH', actor: 'maria', detail: { ...failed, correlationId: 'cor-1' } },
  ]);
  expect([steps.hasEnded('VALIDATE'), steps.hasEnded('ENRICH')]).toEqual([true, true]);
});

test('every completed step increases the progress, as of the last entry', () => {
  const { order, steps } = recorded();
  const before = order.state.progress;
  steps.start('VALIDATE');

  steps.complete('VALIDATE', 1);

  expect(order.state.progress).toBeGreaterThan(before);
  expect(order.state.updatedAt).toBe(order.entriesAfter(0).at(-1)?.at);
});

test('a step ends once, and only if it has started', () => {
  const { order, steps, told } = recorded();
  steps.start('VALIDATE');
  steps.cancel('VALIDATE');

  for (const name of ['VALIDATE', 'ENRICH'] as const) {
    steps.complete(name, 1);
    steps.fail(name, 1, error);
    steps.cancel(name);
  }

  expect(told().map(({ type }) => type)).toEqual(['STEP_STARTED', 'STEP_CANCELLED']);
  expect([step(order.state, 'VALIDATE')?.status, step(order.state, 'ENRICH')?.status]).toEqual([
    'CANCELLED',
    'PENDING',
  ]);
});

test('only the label reports the progress of its step', () => {
  const { order, steps } = recorded();
  const percents = () => [step(order.state, 'CREATE_LABEL')?.percent, step(order.state, 'VALIDATE')?.percent];

  const before = percents();
  for (const name of ['CREATE_LABEL', 'VALIDATE'] as const) steps.start(name);
  const begun = percents();
  for (const name of ['CREATE_LABEL', 'VALIDATE'] as const) steps.complete(name, 1);

  expect([before[1], begun[0], begun[1], ...percents()]).toEqual([before[1], 0, before[1], 100, before[1]]);
});

test('once the end is decided, steps that have not started are skipped, except the notification of the customer', () => {
  const { order, steps } = recorded();
  steps.start('RECEIVE');

  steps.skipRemaining();

  const statuses = order.state.steps.map(({ status }) => status);
  expect([statuses[0], new Set(statuses.slice(1, -1)), statuses.at(-1)]).toEqual([
    'RUNNING',
    new Set(['SKIPPED']),
    'PENDING',
  ]);
});

test('a step that was running when the workflow was lost has failed, except the notification of the customer', () => {
  const { order, steps } = recorded();
  steps.start('RESERVE_INVENTORY');
  steps.start('NOTIFY_CUSTOMER');

  steps.interrupt(error);

  expect(step(order.state, 'RESERVE_INVENTORY')).toMatchObject({ status: 'FAILED', attempt: 1, error });
  expect(step(order.state, 'NOTIFY_CUSTOMER')?.status).toBe('RUNNING');
  expect(step(order.state, 'VALIDATE')?.status).toBe('PENDING');
});

test('entries that the book lacks are added, and existing ones are unchanged', () => {
  const { order, steps, told } = recorded();
  steps.start('RECEIVE');
  steps.start('VALIDATE');
  steps.complete('VALIDATE', 3);

  for (const name of ['RECEIVE', 'VALIDATE', 'ENRICH'] as const) steps.catchUp(name);

  expect(order.state.steps.slice(0, 3).map(({ status, attempt }) => [status, attempt])).toEqual([
    ['COMPLETED', 1],
    ['COMPLETED', 3],
    ['COMPLETED', 1],
  ]);
  expect(
    told()
      .slice(3)
      .map(({ type, name }) => `${type} ${name}`),
  ).toEqual(['STEP_COMPLETED RECEIVE', 'STEP_STARTED ENRICH', 'STEP_COMPLETED ENRICH']);
});

test('a step outside the plan is a bug', () => {
  const placed = anOrder();
  const order = OrderRecord.placed(placed, ['RECEIVE', 'VALIDATE'], {
    status: () => undefined,
    total: () => undefined,
  });

  expect(() => order.steps.start('ENRICH')).toThrow('is not a step of the plan AUTHORIZE_FIRST');
});
