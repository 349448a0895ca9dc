import { describe, expect, test } from 'vitest';
import { runAsStarted } from '../src/domain/index.ts';
import { AuthorizeRequest, ChaosSubject, Every, OrderId, RunId, RunState, StartedRun } from '../src/index.ts';
import { oneOfEach, started } from './support/runs.ts';

describe('ids of runs', () => {
  test.each(['RUN-1', `RUN-${'a'.repeat(80)}`, 'STO-x', `STO-${'._-'.repeat(16)}`])(
    '%s is a run id, and is refused for an order',
    (id) => {
      expect([RunId.safeParse(id).success, OrderId.safeParse(id).success]).toEqual([true, false]);
    },
  );

  test.each([
    'RUN-',
    'STO-',
    'run-1',
    'ORD-1',
    `RUN-${'a'.repeat(81)}`,
    `STO-${'a'.repeat(49)}`,
    'RUN-a b',
    'RUN-ä',
    'RUN-1\n',
  ])('%j is none', (id) => {
    expect(RunId.safeParse(id).success).toBe(false);
  });

  test('a payment run may hold money under its own id, a standing order may not', () => {
    const holds = (orderId: string) =>
      AuthorizeRequest.safeParse({ orderId, customerId: 'c-1', amount: { amountMinor: 1, currencyCode: 'USD' } })
        .success;

    expect(['ORD-1', 'RUN-1', 'STO-1'].map(holds)).toEqual([true, true, false]);
  });
});

test.each(['ORD-1', 'RUN-1', 'STO-1', 'user-ada', 'user-Ada Lovelace/1', `user-${'a'.repeat(200)}`])(
  '%s is accepted as the owner of a call',
  (subject) => {
    expect(ChaosSubject.safeParse(subject).success).toBe(true);
  },
);

test.each(['', 'RUN-', 'STO-', 'a b', 'user-\n', `user-${'a'.repeat(201)}`])(
  '%j is refused as the owner of a call',
  (subject) => {
    expect(ChaosSubject.safeParse(subject).success).toBe(false);
  },
);

test.each(['PT1M', 'PT60S', 'P365D', 'P52W', 'P1DT12H'])('%s is accepted as a period', (every) => {
  expect(Every.safeParse(every).success).toBe(true);
});

test.each(['PT59S', 'P365DT1S', 'P1M', 'P1Y', 'PT0S', '1 day', '', `P1D${' '.repeat(100)}`])(
  '%j is refused as a period',
  (every) => {
    expect(Every.safeParse(every).success).toBe(false);
  },
);

describe('the input of a run', () => {
  test.each(Object.values(started))('a valid $kind is accepted', (run) => {
    expect(StartedRun.safeParse(run).error).toBeUndefined();
  });

  const { payment, standingOrder, greeting, userContext } = started;
  const { template } = standingOrder;
  test.each<[string, unknown]>([
    ["another kind's id", { ...payment, runId: 'STO-1' }],
    ["an order's id", { ...greeting, runId: 'ORD-1' }],
    ['an amount of nothing', { ...payment, amount: { amountMinor: 0, currencyCode: 'USD' } }],
    ['a run instead of an order', { ...payment, orderId: 'RUN-1' }],
    ['no time to cancel', { ...payment, cancellableForMs: 0 }],
    ['a name in two lines', { ...greeting, name: 'Ada\nLovelace' }],
    ['half a character', { ...userContext, userId: '\ud800' }],
    ['a strategy that is none', { ...userContext, strategy: 'REACTIVE' }],
    ['no times at all', { ...standingOrder, times: 0 }],
    ['too many times', { ...standingOrder, times: 100_001 }],
    ['half a minute', { ...standingOrder, every: 'PT30S', everyMs: 30_000 }],
    ['nothing to place', { ...standingOrder, template: { ...template, items: [] } }],
    [
      'two currencies',
      {
        ...standingOrder,
        template: { ...template, items: [{ sku: 'A', quantity: 1, price: { amountMinor: 1, currencyCode: 'EUR' } }] },
      },
    ],
    ['an approval that never comes', { ...standingOrder, template: { ...template, autoApproveAfterMs: 1 } }],
  ])('%s is refused', (_, run) => {
    expect(StartedRun.safeParse(run).success).toBe(false);
  });
});

test.each(oneOfEach())('the state of a $kind survives serialization', (run) => {
  expect(RunState.parse(JSON.parse(JSON.stringify(run)))).toEqual(run);
});

test.each(Object.values(started))('the first state of a $kind follows from its input', (run) => {
  expect(runAsStarted(run)).toMatchObject({
    runId: run.runId,
    kind: run.kind,
    status: 'RUNNING',
    revision: 0,
    closedAt: null,
    startedBy: 'ada',
  });
});
