import type { JournalEntry, OrderState } from '@waybill/contracts/domain';
import type { OrderSnapshot } from '@waybill/graphql';
import { EngineUnavailable, NotAnswering, NotRunning, type Orders, type RunningWork } from '@waybill/orders-client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Notifier } from '../src/live/notifier.ts';
import { createOrderSnapshots } from '../src/live/order-snapshot.ts';
import { createOrderSource } from '../src/live/order-source.ts';
import { poll } from '../src/live/polling.ts';
import { anOrderAt } from './support/order-in-test.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a polled order has one waiting reader, however long nothing happens', async () => {
  const notifier = new Notifier();
  const cancelling = new AbortController();
  const read = vi.fn(async () => ({ order: anOrderAt(0), journal: [] }));
  const answers = polled({ read }, { notifier, isUp: false, signal: cancelling.signal });
  await answers.next();
  const over = answers.next();

  await vi.advanceTimersByTimeAsync(10 * 60_000);
  const waiting = notifier.waiting;
  cancelling.abort();

  expect(await over).toMatchObject({ done: true });
  expect(read.mock.calls.length).toBeGreaterThan(100);
  expect([waiting, notifier.waiting, vi.getTimerCount()]).toEqual([1, 0, 0]);
});

test('an order with more journal entries is queried again at once, and a closed one is not', async () => {
  const notifier = new Notifier();
  const read = vi.fn(async (_: string, after = 0) => ({
    order: anOrderAt(3, '2026-01-01T00:00:00.000Z'),
    journal: [{ seq: after + 1 } as JournalEntry],
  }));

  const answers = polled({ read }, { notifier });
  const received: (number | undefined)[] = [];
  for await (const { journal } of answers) received.push(journal[0]?.seq);

  expect(received).toEqual([1, 2, 3]);
  expect([notifier.waiting, vi.getTimerCount()]).toEqual([0, 0]);
});

test('the progress and attempts of a label are shown, although the feed does not have them', async () => {
  const work = [aTry({ percent: 10 }), aTry({ percent: 60 }), aTry({ attempt: 2 })];
  const read = vi.fn(async () => ({ order: labeling, journal: [] }));
  const answers = polled({ read, running: async () => work.shift() ?? aTry({ attempt: 2 }) });

  const received = [await answers.next()];
  for (let more = 0; more < 2; more++) {
    const next = answers.next();
    await vi.advanceTimersByTimeAsync(1_000);
    received.push(await next);
  }

  expect(received.map(({ value }) => value?.running)).toEqual([
    aTry({ percent: 10 }),
    aTry({ percent: 60 }),
    aTry({ attempt: 2 }),
  ]);
  expect(read).toHaveBeenCalledTimes(1);
});

test.each([
  ['is yet to start', new NotRunning('There is none yet')],
  ['cannot be looked at', new EngineUnavailable('The engine is away')],
])('an order whose shipment %s is still followed', async (_, fault) => {
  const answers = polled({
    read: async () => ({ order: labeling, journal: [] }),
    running: () => Promise.reject(fault),
  });

  expect(await answers.next()).toMatchObject({ done: false, value: { order: labeling, running: null } });
});

test('an order whose workflow fails because of a bug is shown as failing once, and as healthy when it is fixed', async () => {
  let isFailing = false;
  const faults: unknown[] = [];
  const answers = polled(
    {
      read: async () => (isFailing ? Promise.reject(new NotAnswering('No worker')) : { order: labeling, journal: [] }),
      taskFailing: async () => isFailing,
    },
    { faults },
  );
  const received = [await answers.next()];

  isFailing = true;
  const failing = answers.next();
  await vi.advanceTimersByTimeAsync(15_000);
  received.push(await failing);
  const mended = answers.next();
  await vi.advanceTimersByTimeAsync(60_000);
  isFailing = false;
  await vi.advanceTimersByTimeAsync(15_000);
  received.push(await mended);

  expect(received.map(({ value }) => value?.taskFailing)).toEqual([false, true, false]);
  expect(faults).toEqual([]);
});

test('after a failure the order is sent again, although nothing has changed', async () => {
  const isAway = [false, true];
  const read = async () =>
    isAway.shift() ? Promise.reject(new EngineUnavailable('The engine is away')) : { order: labeling, journal: [] };
  const faults: unknown[] = [];
  const answers = polled({ read }, { faults });
  await answers.next();

  const again = answers.next();
  await vi.advanceTimersByTimeAsync(30_000);

  expect(await again).toMatchObject({ done: false, value: { order: labeling } });
  expect(faults).toHaveLength(1);
});

const label = { name: 'CREATE_LABEL', status: 'RUNNING', attempt: 1 };
const labeling = { ...anOrderAt(3), steps: [label] } as unknown as OrderState;

const firstTry = { step: 'CREATE_LABEL' as const, attempt: 1, percent: null, lastError: null, nextAttemptAt: null };
const aTry = (over: Partial<RunningWork>): RunningWork => ({ ...firstTry, ...over });

type Stand = { notifier?: Notifier; isUp?: boolean; signal?: AbortSignal; faults?: unknown[] };

function polled(
  orders: Partial<Orders>,
  { notifier = new Notifier(), isUp = true, signal = new AbortController().signal, faults = [] }: Stand = {},
) {
  const subscribe = () => ({ notifier, isUp: () => isUp, unsubscribe: () => undefined });
  const unexpected = () => Promise.reject(new Error('Nothing here asks for this'));
  const idle = { running: async () => null, taskFailing: async () => false };
  const all = { read: unexpected, isRunning: unexpected, ...idle, ...orders };
  const source = createOrderSource({
    orders: { ...all, follow: async function* () {}, placedAs: unexpected },
    book: { find: unexpected, byIds: unexpected, journal: unexpected, setAttention: unexpected },
    snapshots: createOrderSnapshots(() => new Date(0), undefined),
  });
  const updates = poll({ source, changes: { subscribe } }, 'ORD-1', 0, signal, (fault) => void faults.push(fault));
  return asAnswers(updates);
}

/** As the tests speak of them. */
async function* asAnswers(updates: ReturnType<typeof poll<OrderSnapshot, JournalEntry>>) {
  for await (const { snapshot: order, journal } of updates)
    yield { order, journal, running: order.running, taskFailing: order.taskFailing ?? false };
}
