import type { BookedOrder, BookedRun } from '@waybill/contracts';
import { expect, test } from 'vitest';
import { inspectAudit } from '../src/findings/audit.ts';
import { type Evidence, inspect } from '../src/orders/inspection.ts';
import { inspectRuns } from '../src/runs/inspection.ts';

const levers = 'every order tells what an operator did for it as it was answered';

test.each([
  [
    'a lever that was taken and is told twice',
    'RetryOrderNowPayload',
    ['STEP_RETRIED_BY_HAND', 'STEP_RETRIED_BY_HAND'],
  ],
  ['a lever that was taken and is not told', 'RetryOrderNowPayload', []],
  ['a lever that was refused and is told', 'NothingToDo', ['STEP_RETRIED_BY_HAND']],
  ['another lever than the one that was pulled', 'RetryOrderNowPayload', ['STEP_GIVEN_UP']],
])('%s is found', (_, answer, types) => {
  expect(brokenBy({ types, byHand: { action: 'RETRY_NOW', answer } })).toContain(levers);
});

test.each([
  ['RetryOrderNowPayload', ['STEP_RETRIED_BY_HAND']],
  ['NothingToDo', []],
  ['VerdictPending', []],
])('a command that gets %s may be recorded as %s', (answer, types) => {
  expect(brokenBy({ types, byHand: { action: 'RETRY_NOW', answer } })).not.toContain(levers);
});

test('unreleased stock is found, unless a person has settled that', () => {
  const stock = 'every order keeps its stock exactly when it shipped';
  const kept = { keptUnits: 2 } as Evidence['audited'];

  expect(brokenBy({}, { audited: kept })).toContain(stock);
  expect(brokenBy({}, { audited: kept, booked: settled('CAPTURE_PAYMENT') })).toContain(stock);
  expect(brokenBy({}, { audited: kept, booked: settled('RESERVE_INVENTORY') })).not.toContain(stock);
});

test.each([
  ['a pause that is told twice', 'pause', 'StandingOrderCommandPayload', ['PAUSED', 'PAUSED'], 'RUNNING'],
  ['a resumption that is not told', 'resume', 'StandingOrderCommandPayload', [], 'RUNNING'],
  ['a skip that was refused and is told', 'skip', 'NothingToDo', ['SKIPPED'], 'RUNNING'],
  ['a cancellation that was taken, of a run that completes', 'cancel', 'CancelWorkflowPayload', [], 'COMPLETED'],
  ['a stop that was taken, of a run that fails', 'stop', 'StandingOrderCommandPayload', [], 'FAILED'],
] as const)('%s is found', (_, command, answer, types, status) => {
  const seen = { runId: 'STO-1', seqs: [], isOver: true, types: [...types], answers: [{ command, answer }] };
  const run = { status, kind: 'GREETING', compensations: [], closedAt: 'now' };

  const found = inspectRuns([{ seen, booked: { run } as unknown as BookedRun, audited: undefined, placed: [] }]);

  expect(found.filter(({ violations }) => violations.length > 0)).toHaveLength(1);
});

test('an audit with a problem, an audit that hides settled effects, and a missing audit are found', () => {
  const evidence = [{ ...anOrder({}), booked: settled('CAPTURE_PAYMENT') }];
  const shows = (settledOnes: object[], problems: object[] = []) =>
    inspectAudit({ settled: settledOnes, problems } as never, evidence).violations;
  const settledOne = { orderId: 'T-1', undoes: 'CAPTURE_PAYMENT' };

  expect(shows([settledOne])).toEqual([]);
  expect(shows([])).toEqual(['T-1: CAPTURE_PAYMENT']);
  expect(shows([settledOne, { orderId: 'T-2', undoes: 'CAPTURE_PAYMENT' }])).toEqual(['T-2: CAPTURE_PAYMENT']);
  expect(shows([settledOne], [{ code: 'HOLD_OPEN', orderId: 'T-3' }])).toEqual(['HOLD_OPEN: T-3']);
  expect(inspectAudit(undefined, evidence).violations).toEqual(['there is none']);
});

function brokenBy(seen: Partial<Evidence['seen']>, evidence: Partial<Evidence> = {}): string[] {
  return inspect([{ ...anOrder(seen), ...evidence }])
    .filter(({ violations }) => violations.length > 0)
    .map(({ name }) => name);
}

const anOrder = (seen: Partial<Evidence['seen']>): Evidence => ({
  seen: {
    orderId: 'T-1',
    seqs: [],
    types: [],
    byHand: undefined,
    lastStatus: 'FAILED',
    lateAnswer: undefined,
    ...seen,
  },
  workflows: 1,
  result: undefined,
  booked: undefined,
  audited: undefined,
});

/** An order that failed, and whose compensation a person has settled. */
const settled = (undoes: string): BookedOrder =>
  ({
    order: { status: 'FAILED', items: [], compensations: [{ undoes, status: 'COMPLETED', settledBy: 'otto' }] },
  }) as unknown as BookedOrder;
