import { expect, test } from 'vitest';
import {
  countsSnapshot,
  orderEventsSnapshot,
  orderSnapshot,
  runSnapshot,
  runsSnapshot,
} from '../src/live/live-values.ts';
import { aGateway } from './support/gateway.ts';
import { anEntry, anOrder } from './support/order.ts';
import { aPage, aRun, aRunChange } from './support/run.ts';
import { patience, silence } from './support/stream.ts';

test('an order is followed only while there are listeners', async () => {
  await using gateway = await aGateway({
    orderChanged: async function* () {
      yield { orderChanged: anOrder({ revision: 3 }) };
      await silence();
    },
  });
  const snapshot = orderSnapshot(gateway.connect(), 'ORD-1');
  expect(snapshot.get()).toEqual({ order: undefined, done: false, error: undefined });

  const leave = [snapshot.subscribe(() => {}), snapshot.subscribe(() => {})];
  await expect.poll(() => snapshot.get().order?.revision, patience).toBe(3);
  for (const each of leave) each();

  await expect.poll(gateway.connected, patience).toBe(0);
  expect(snapshot.get()).toMatchObject({ order: { revision: 3 }, done: false, error: undefined });
});

test('a closed order is marked done, and one that cannot be followed has the error', async () => {
  await using gateway = await aGateway({
    orderChanged: async function* () {
      yield { orderChanged: anOrder({ status: 'SHIPPED' }) };
    },
  });
  const [done, refused] = ['token-1', 'stolen'].map((token) => orderSnapshot(gateway.connect({ token }), 'ORD-1'));

  done?.subscribe(() => {});
  refused?.subscribe(() => {});

  await expect.poll(() => done?.get(), patience).toMatchObject({ order: { status: 'SHIPPED' }, done: true });
  await expect.poll(() => refused?.get().error, patience).toMatchObject({ name: 'Unauthenticated' });
});

test('a journal that gets a listener again resumes after its last entry', async () => {
  const after: unknown[] = [];
  await using gateway = await aGateway({
    orderEvents: async function* (args) {
      after.push(args.after);
      for (const seq of [1, 2].map((each) => each + Number(args.after))) yield { orderEvents: anEntry(seq) };
      await silence();
    },
  });
  const journal = orderEventsSnapshot(gateway.connect(), 'ORD-1');
  const seqs = () => journal.get().events.map(({ seq }) => seq);

  const leave = journal.subscribe(() => {});
  await expect.poll(seqs, patience).toEqual([1, 2]);
  leave();
  journal.subscribe(() => {});

  await expect.poll(seqs, patience).toEqual([1, 2, 3, 4]);
  expect(after).toEqual([null, '2']);
});

test('a run, its list and the counts of orders show the current state', async () => {
  await using gateway = await aGateway({
    workflowRunChanged: async function* () {
      yield { workflowRunChanged: aRun({ revision: 2 }) };
      await silence();
    },
    workflowRuns: () => ({ ...aPage([aRun()]), changesCursor: '0' }),
    workflowRunsChanged: async function* () {
      yield { workflowRunsChanged: aRunChange(3) };
      await silence();
    },
    orderCountsChanged: async function* () {
      yield { orderCountsChanged: { total: 4, byStatus: [], needingAttention: 0, stuck: 0 } };
    },
  });
  const client = gateway.connect();
  const [run, runs, counts] = [runSnapshot(client, 'RUN-1'), runsSnapshot(client, {}, 10), countsSnapshot(client, {})];

  for (const each of [run, runs, counts]) each.subscribe(() => {});

  await expect.poll(run.get, patience).toMatchObject({ run: { revision: 2 }, done: false });
  await expect.poll(runs.get, patience).toMatchObject({ runs: [{ id: 'RUN-1', revision: 3 }], loading: false });
  await expect.poll(counts.get, patience).toMatchObject({ counts: { total: 4 }, done: true });
});
