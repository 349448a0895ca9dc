import { MockActivityEnvironment } from '@temporalio/testing';
import { stepRules, undoableSteps, workNamed } from '@waybill/contracts/domain';
import { Unavailable } from '@waybill/http-client';
import type { OrderBookClient } from '@waybill/order-book-client';
import { logger } from '@waybill/orders-client/testing/runtime';
import type { ProvidersClient } from '@waybill/providers-client';
import { expect, test } from 'vitest';
import {
  type AskOrder,
  createOrdersActivities,
  createShipmentActivities,
  reportingAttention,
} from '../src/activities/index.ts';

const scheduled = Date.parse('2026-01-02T03:04:05.000Z');
const which = { orderId: 'ORD-1', correlationId: 'cor-1' };

test.each<[string, string, { attempt: number; afterMs?: number }, string[]]>([
  ['nothing of a step that is tried first', 'createLabel', { attempt: 1, afterMs: 600_000 }, []],
  ['of a step at its second attempt', 'createLabel', { attempt: 2 }, ['ORD-1 is RETRYING']],
  ['of a step at its fourth attempt', 'createLabel', { attempt: 4, afterMs: 600_000 }, ['ORD-1 is RETRYING']],
  ['of a step at its fifth attempt', 'createLabel', { attempt: 5 }, ['ORD-1 is STUCK']],
  ['of a step at its sixth attempt', 'dispatchCarrier', { attempt: 6 }, ['ORD-1 is STUCK']],
  ['of an undo that has just failed', 'refundPayment', { attempt: 9, afterMs: 59_999 }, ['ORD-1 is RETRYING']],
  ['of an undo that has failed for a minute', 'refundPayment', { attempt: 2, afterMs: 60_000 }, ['ORD-1 is STUCK']],
  ['nothing of an undo that begins late', 'cancelLabel', { attempt: 1, afterMs: 60_000 }, []],
  ['of a part of the enrichment at its second attempt', 'readRecommendations', { attempt: 2 }, ['ORD-1 is RETRYING']],
  ['nothing of a write into the book', 'recordOrder', { attempt: 99, afterMs: 600_000 }, []],
  ['nothing of a greeting that is composed first', 'composeGreeting', { attempt: 1 }, []],
])('the book is notified %s', async (_, activity, tried, told) => {
  const { run, words } = attempt();

  const done = await run(activity, tried);

  expect(done).toBe('done');
  expect(words).toEqual(told);
});

test('for a run, the book is notified about the run', async () => {
  const { run, words } = attempt();

  await run('refundPayment', { attempt: 2, afterMs: 60_000 }, { ...which, orderId: 'RUN-1' });

  expect(words).toEqual(['the run RUN-1 is STUCK']);
});

test('for a retried period of a standing order, the book is notified about the run, and not about the new order', async () => {
  const { run, words } = attempt();

  await run('placePeriod', { attempt: 2 }, { ...which, orderId: 'STO-1-7', runId: 'STO-1' });

  expect(words).toEqual(['the run STO-1 is RETRYING']);
});

test('the report completes before the attempt does, also when the attempt fails', async () => {
  const { run, words } = attempt({ works: () => Promise.reject(new Error('The carrier is down')) });

  const failed = run('createLabel', { attempt: 5 });

  await expect(failed).rejects.toThrow('The carrier is down');
  expect(words).toEqual(['ORD-1 is STUCK']);
});

test('an attempt keeps its result although the book cannot be notified', async () => {
  const { run } = attempt({ hears: () => Promise.reject(new Unavailable('The book is away')) });

  expect(await run('createLabel', { attempt: 5 })).toBe('done');
});

test('every compensation and every step that calls a provider has an activity of its name; enrichment has three', () => {
  const all = {
    ...createOrdersActivities({} as ProvidersClient, {} as OrderBookClient),
    ...createShipmentActivities({} as ProvidersClient, {} as AskOrder, { labelHeartbeatMs: 1 }),
  };

  const named = Object.keys(all).flatMap((name) => workNamed(name) ?? []);

  const steps = named.filter(({ isUndo }) => !isUndo).map(({ step }) => step);
  const undone = named.filter(({ isUndo }) => isUndo).map(({ step }) => step);
  const { RECEIVE, VALIDATE, AWAIT_APPROVAL, ...called } = stepRules;
  expect(steps.sort()).toEqual([...Object.keys(called), 'ENRICH', 'ENRICH'].sort());
  expect(undone.sort()).toEqual([...undoableSteps].sort());
});

/** Activities that all do the same, and a book that hears of them a moment later. */
function attempt({ works = async () => 'done', hears = async () => {} } = {}) {
  const words: string[] = [];
  const setAttention: OrderBookClient['setAttention'] = async (orderId, attention) => {
    await hears();
    await new Promise(setImmediate);
    words.push(`${orderId} is ${attention}`);
    return { attention };
  };
  const setRunAttention: OrderBookClient['runs']['setAttention'] = async (runId, attention) => {
    words.push(`the run ${runId} is ${attention}`);
    return { attention };
  };
  const activities: Record<string, () => Promise<string>> = {
    createLabel: works,
    dispatchCarrier: works,
    refundPayment: works,
    cancelLabel: works,
    recordOrder: works,
    composeGreeting: works,
    placePeriod: works,
    readRecommendations: works,
  };
  const run = (
    activity: string,
    { attempt, afterMs = 0 }: { attempt: number; afterMs?: number },
    whose: typeof which & { runId?: string } = which,
  ) => {
    const told = reportingAttention(
      activities,
      { setAttention, runs: { setAttention: setRunAttention } },
      () => scheduled + afterMs,
    );
    const environment = new MockActivityEnvironment({ attempt, scheduledTimestampMs: scheduled }, { logger });
    return environment.run(told[activity] as (request: typeof which) => Promise<string>, whose);
  };
  return { run, words };
}
