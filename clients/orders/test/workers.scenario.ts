import { Client, Connection } from '@temporalio/client';
import { fulfillment } from '@waybill/contracts/domain';
import { createOrders, type Orders } from '@waybill/orders-client';
import { freshNamespace } from '@waybill/orders-client/testing/namespace';
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { startStageWorker } from '../testing/test-worker.ts';

type Version = Parameters<typeof startStageWorker>[2];

const deploymentName = 'versioned';
const address = inject('temporalAddress');

let connection: Connection;
let namespace: string;
let orders: Orders;
const workers = async () => (await orders.workers()).orders;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  connection = await Connection.connect({ address });
  closing.push(() => connection.close());
});
beforeEach(async () => {
  namespace = await freshNamespace(address, 'workers');
  orders = createOrders(new Client({ connection, namespace }));
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

test('a worker without versioning gets the tasks while no build is current', async () => {
  await startWorker();

  const { pollers, routes } = await workers();

  expect(pollers).toMatchObject([{ version: null }]);
  expect(routes).toEqual([{ version: null, is: 'current', percent: 100 }]);
});

test('the workers of shipments are those of the queue that the deployment names for them', async () => {
  await startWorker();
  const { taskQueue } = fulfillment;
  const named = createOrders(new Client({ connection, namespace }), { taskQueue: 'other', shippingQueue: taskQueue });

  const read = [await orders.workers(), await named.workers()];

  expect(read.map(({ orders, shipments }) => [orders.pollers.length, shipments.pollers.length])).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

test('a build that polls gets no tasks until it is current, and then all of them', async () => {
  await startWorker('A');
  const before = await workers();

  await makeCurrent('A');

  expect(before).toMatchObject({
    pollers: [{ build: 'A', version: 'versioned:A' }],
    routes: [{ version: null, is: 'current', percent: 100 }],
  });
  expect((await workers()).routes).toEqual([{ version: 'versioned:A', is: 'current', percent: 100 }]);
});

test('a build that ramps up takes its share from the current one', async () => {
  await startWorker('A');
  await startWorker('B');
  await makeCurrent('A');

  await ramp('B', 30);

  const { pollers, routes } = await workers();
  expect(new Set(pollers.map(({ version }) => version))).toEqual(new Set(['versioned:A', 'versioned:B']));
  expect(routes).toEqual([
    { version: 'versioned:A', is: 'current', percent: 70 },
    { version: 'versioned:B', is: 'ramping', percent: 30 },
  ]);
});

/** Returns when the engine lists it. */
async function startWorker(buildId?: string): Promise<void> {
  const { closeWorker } = await startStageWorker({ address, namespace }, {}, buildId ? versionOf(buildId) : {});
  closing.push(closeWorker);
  const listed = async () => (await workers()).pollers.map(({ version }) => version);
  await vi.waitFor(async () => expect(await listed()).toContain(buildId ? nameOf(buildId) : null), 30_000);
}

const nameOf = (buildId: string) => `${deploymentName}:${buildId}`;

const versionOf = (buildId: string): Version => ({
  workerDeploymentOptions: {
    version: { deploymentName, buildId },
    useWorkerVersioning: true,
    defaultVersioningBehavior: 'AUTO_UPGRADE',
  },
});

const makeCurrent = (buildId: string) =>
  untilRouted(buildId, () =>
    connection.workflowService.setWorkerDeploymentCurrentVersion({ namespace, deploymentName, buildId }),
  );

const ramp = (buildId: string, percentage: number) =>
  untilRouted(buildId, () =>
    connection.workflowService.setWorkerDeploymentRampingVersion({ namespace, deploymentName, buildId, percentage }),
  );

/** The engine accepts a build once it has registered its workers, and routes by it a moment later. */
async function untilRouted(buildId: string, tell: () => Promise<unknown>): Promise<void> {
  await vi.waitFor(tell, { timeout: 30_000, interval: 100 });
  const routed = async () => (await workers()).routes.map(({ version }) => version);
  await vi.waitFor(async () => expect(await routed()).toContain(nameOf(buildId)), 30_000);
}
