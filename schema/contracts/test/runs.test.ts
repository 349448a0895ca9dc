import { describe, expect, test } from 'vitest';
import {
  actionsOfRun,
  healthOf,
  isRunClosed,
  type Payment,
  placementOrderId,
  type RunAction,
  type RunStatus,
  refundableOf,
  refusalOfRun,
  runCommandNames,
  runHasRoomFor,
  runProgressOf,
  runStatuses,
} from '../src/domain/index.ts';
import { aGreeting, aPayment, aStandingOrder, aUserContext, oneOfEach } from './support/runs.ts';

const closedAt = '2026-01-01T01:00:00.000Z';
const paid = (refunded: number | null, status: Payment['status'] = 'CAPTURED'): Payment => ({
  id: 'RUN-2',
  status,
  authorized: dollars(10),
  captured: dollars(10),
  refunded: refunded === null ? null : dollars(refunded),
});
const dollars = (whole: number) => ({ amountMinor: whole * 100, currencyCode: 'USD' });

describe('the commands that a run accepts', () => {
  test.each<[string, RunAction[], ReturnType<typeof aStandingOrder>]>([
    ['runs', ['CANCEL', 'PAUSE', 'SKIP', 'STOP'], aStandingOrder()],
    ['skips the next period', ['CANCEL', 'PAUSE', 'STOP'], aStandingOrder({ skipsNext: true })],
    ['is paused', ['CANCEL', 'RESUME', 'STOP'], aStandingOrder({ status: 'PAUSED', nextAt: null })],
    ['was told to stop', [], aStandingOrder({ endedAt: closedAt })],
    ['is over', [], aStandingOrder({ status: 'COMPLETED', closedAt })],
  ])('a standing order that %s takes %j', (_, actions, run) => {
    expect(actionsOfRun(run)).toEqual(actions);
  });

  test.each([aUserContext(), aPayment(), aGreeting()])('a run of kind $kind can be cancelled while it runs', (run) => {
    expect(actionsOfRun(run)).toEqual(['CANCEL']);
  });

  test.each(oneOfEach())('a run of kind $kind whose workflow is lost accepts nothing', (run) => {
    expect(actionsOfRun({ ...run, attention: 'LOST' })).toEqual([]);
  });

  test('whatever the kind and the status, a run whose end is decided is closed to all but refunds', () => {
    const refusals = oneOfEach().flatMap((run) =>
      runStatuses
        .filter(isRunClosed)
        .flatMap((status) => runCommandNames.map((command) => [command, refusalOfRun(command, { ...run, status })])),
    );

    expect(refusals).toEqual(
      refusals.map(([command]) => [command, command === 'refund' ? 'NOTHING_TO_DO' : 'RUN_CLOSED']),
    );
  });

  test.each<[string, RunAction[], Partial<ReturnType<typeof aPayment>>]>([
    ['was captured', ['REFUND'], { status: 'COMPLETED', closedAt, payment: paid(null) }],
    ['was refunded in part', ['REFUND'], { status: 'COMPLETED', closedAt, payment: paid(4) }],
    ['was refunded in whole', [], { status: 'COMPLETED', closedAt, payment: paid(10) }],
    ['is refunded, whatever the sum says', [], { status: 'CANCELLED', closedAt, payment: paid(null, 'REFUNDED') }],
    ['was declined', [], { status: 'FAILED', closedAt, payment: null }],
    ['is captured and still cancellable', ['CANCEL', 'REFUND'], { payment: paid(null) }],
    ['is being undone', [], { status: 'COMPENSATING', payment: paid(null) }],
  ])('a payment that %s takes %j', (_, actions, given) => {
    expect(actionsOfRun(aPayment(given))).toEqual(actions);
  });

  test.each([
    [null, null],
    [paid(null), dollars(10)],
    [paid(4), dollars(6)],
    [paid(12), dollars(0)],
  ])('of the payment %j, %j can be refunded', (payment, left) => {
    expect(refundableOf({ payment })).toEqual(left);
  });

  test('a run that has received all its commands can still be ended, once', () => {
    const run = aStandingOrder({ commands: { taken: 500, most: 500 } });
    const withRoom = (given: Partial<typeof run>) =>
      runCommandNames.filter((name) => runHasRoomFor(name, { ...run, ...given }));

    expect(withRoom({ commands: { taken: 499, most: 500 } })).toEqual(runCommandNames);
    expect(withRoom({})).toEqual(['cancel', 'stop']);
    expect(withRoom({ endedAt: closedAt })).toEqual([]);
  });
});

describe('the progress of a run', () => {
  const at = (status: RunStatus, ...steps: ('PENDING' | 'RUNNING' | 'COMPLETED' | 'FAILED')[]) => {
    const run = aUserContext();
    return { ...run, status, steps: run.steps.map((step, index) => ({ ...step, status: steps[index] ?? 'PENDING' })) };
  };

  test.each<[number, ReturnType<typeof at>]>([
    [0, at('RUNNING', 'RUNNING')],
    [33, at('RUNNING', 'COMPLETED', 'RUNNING')],
    [66, at('RUNNING', 'COMPLETED', 'FAILED')],
    [99, at('RUNNING', 'COMPLETED', 'FAILED', 'COMPLETED')],
    [100, at('COMPLETED', 'COMPLETED', 'FAILED', 'COMPLETED')],
  ])('it is at %i of 100', (progress, run) => {
    expect(runProgressOf(run)).toBe(progress);
  });

  test('it never falls, and stands still once the end is decided', () => {
    expect(runProgressOf({ ...at('RUNNING'), progress: 33 })).toBe(33);
    expect(runProgressOf({ ...at('CANCELLED', 'COMPLETED', 'COMPLETED'), progress: 33 })).toBe(33);
    expect(runProgressOf({ ...at('RUNNING', 'COMPLETED', 'COMPLETED'), endedAt: closedAt, progress: 33 })).toBe(33);
  });

  test('the progress of a standing order counts its placements, refused ones included, and is null without an end', () => {
    expect(runProgressOf(aStandingOrder({ placed: 5 }))).toBeNull();
    expect(runProgressOf(aStandingOrder({ placed: 5, refused: 1, skipped: 3, times: 8 }))).toBe(75);
    expect(runProgressOf(aStandingOrder({ placed: 8, times: 8, status: 'COMPLETED' }))).toBe(100);
  });
});

test.each([
  ['OK', {}],
  ['RETRYING', { running: { step: 'LOCATION', attempt: 2, lastError: null } }],
  ['STUCK', { running: { step: 'LOCATION', attempt: 5, lastError: null } }],
  ['STUCK', { attention: 'LOST' }],
] as const)('a run is %s by the rule of the orders', (health, seen) => {
  const run = aUserContext();
  const steps = run.steps.map((step, at) => ({
    ...step,
    status: at === 0 ? ('RUNNING' as const) : step.status,
    attempt: 1,
  }));

  expect(healthOf({ ...run, steps, asOf: closedAt, running: null, ...seen })).toBe(health);
});

test("the ids of a standing order's orders begin with its id, and are not too long", () => {
  expect(placementOrderId('STO-01H', 7)).toBe('ORD-01H-7');
  expect(placementOrderId(`STO-${'a'.repeat(48)}`, 100_000).length).toBeLessThanOrEqual(64);
});
