import { NotAnswering, NotRunning } from '@waybill/orders-client';
import { anOrder, cuttable, openTestEngine, type TestEngine } from '@waybill/orders-client/testing';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { createFollowers } from './support/followers.ts';

let testEngine: TestEngine;
beforeAll(async () => {
  testEngine = await openTestEngine(inject('temporalAddress'));
});
afterAll(() => testEngine.close());

const { follow, aWaitingOrder, approve } = createFollowers(() => testEngine);

test('a follower gets the current order, then every change, and ends with the order, whose last entries may be in the book alone', async () => {
  const orderId = await aWaitingOrder();
  const watch = follow(orderId);
  const first = await watch.next();

  await testEngine.happen(orderId);
  const second = await watch.next();
  await approve(orderId);
  const rest = await watch.toTheEnd();

  expect(first?.order.status).toBe('AWAITING_APPROVAL');
  expect(second?.journal.map(({ type }) => type)).toEqual(['STEP_STARTED']);
  const lastSeqs = rest.flatMap(({ journal }) => journal.map(({ seq }) => seq));
  expect(lastSeqs).toEqual([4, 5].slice(0, lastSeqs.length));
});

test('an order without changes is queried once, however long it is watched', async () => {
  const orderId = await aWaitingOrder();
  const before = testEngine.calls('QueryWorkflow');
  const watch = follow(orderId);

  await watch.next();
  const silence = await Promise.race([watch.next(), after(1_000)]);

  expect(silence).toBe('nothing');
  expect(testEngine.calls('QueryWorkflow') - before).toBe(1);
});

test('a follower that resumes misses nothing and gets nothing twice', async () => {
  const orderId = await aWaitingOrder();
  await testEngine.happen(orderId, 3);
  await testEngine.orders.read(orderId);

  const resumed = follow(orderId, 3);
  const first = await resumed.next();
  await testEngine.happen(orderId, 2);
  const second = await resumed.next();

  expect(first?.journal.map(({ seq }) => seq)).toEqual([4, 5]);
  expect(second?.journal.map(({ seq }) => seq)).toEqual([6, 7]);
});

test('a journal that is too long for one query is read in several, completely', async () => {
  const orderId = await aWaitingOrder();
  await testEngine.happen(orderId, 118);
  await testEngine.orders.read(orderId);

  const watch = follow(orderId);
  const seqs: number[] = [];
  await watch.until(({ order, journal }) => seqs.push(...journal.map(({ seq }) => seq)) === order.revision);

  expect(seqs).toEqual(Array.from({ length: 120 }, (_, at) => at + 1));
});

test('a follower whose connection breaks resumes where it was', async () => {
  const way = await cuttable(inject('temporalAddress'));
  const orderId = await aWaitingOrder();
  const watch = follow(orderId, 0, testEngine.ordersAt(way.address));
  const next = await watch.next();

  way.cut();
  await testEngine.happen(orderId, 2);
  await watch.hasFailed();
  way.mend();
  const afterwards = await watch.next();

  expect(next?.journal.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(afterwards?.journal.map(({ seq }) => seq)).toEqual([3, 4]);
  await way.close();
});

test('an order that no worker has processed yet is read from its input', async () => {
  await testEngine.stopWorker();
  const { orderId } = await testEngine.orders.place(anOrder(), { idempotencyKey: null, caller: 'CUST-1' });

  const read = await testEngine.orders.read(orderId);
  const followed = await follow(orderId).next();

  expect(read.order).toMatchObject({ orderId, status: 'RECEIVED', revision: 0 });
  expect(followed?.order).toEqual(read.order);
  await testEngine.startWorker();
});

test('an order whose worker is unavailable does not respond, which is reported', async () => {
  const orderId = await aWaitingOrder();
  await testEngine.stopWorker();
  onTestFinished(() => testEngine.startWorker());

  const answer = testEngine.orders.read(orderId, 0, 500);

  await expect(answer).rejects.toThrow(NotAnswering);
});

test('an order whose workflow has a bug keeps its state, and reports that it cannot continue', async () => {
  const [broken, sound] = [await aWaitingOrder(), await aWaitingOrder()];
  const watch = follow(broken);
  const before = await watch.next();

  await testEngine.hasABug(broken);
  const stuck = await watch.until(({ taskFailing }) => taskFailing);

  expect(stuck).toMatchObject({ order: before?.order, journal: [] });
  await expect.poll(() => testEngine.orders.taskFailing(broken)).toBe(true);
  expect(await testEngine.orders.taskFailing(sound)).toBe(false);
});

test('a closed order is not queried, and neither is an unknown one', async () => {
  const orderId = await aWaitingOrder();
  await approve(orderId);
  await follow(orderId).toTheEnd();

  const answers = await Promise.allSettled([
    testEngine.orders.read(orderId),
    testEngine.orders.read('ORD-UNKNOWN'),
    follow('ORD-UNKNOWN').next(),
  ]);

  const not = { status: 'rejected', reason: expect.any(NotRunning) };
  expect(answers).toEqual([not, not, not]);
});

const after = (ms: number) => new Promise<'nothing'>((resolve) => setTimeout(resolve, ms, 'nothing'));
