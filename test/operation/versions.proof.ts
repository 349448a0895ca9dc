import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { orThrow, type Waybill } from '@waybill/client';
import { fulfillment } from '@waybill/contracts/domain';
import { createProvidersClient } from '@waybill/providers-client';
import { temporalExecutable } from '@waybill/temporal';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { type Ended, runNode } from '../command-line/waybill.ts';
import { anOrder, fillShelves, type System, startSystem } from './system.ts';

const run = promisify(execFile);
const deployment = 'versions';
const orderIds = Array.from({ length: 200 }, (_, at) => `VERSIONED-${at + 1}`);

let folder: string;
let system: System;
let client: Waybill;
let connection: Connection;
let temporal: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-versions-'));
  temporal = await temporalExecutable({ say: console.error, env: process.env });
  await run(process.execPath, ['--import', 'tsx', 'worker/src/bundle.ts', bundleOf('A')]);
  system = await startSystem(inject('temporalAddress'), {}, { worker: { ...settingsFor('A'), LOG_LEVEL: 'warn' } });
  client = await system.client();
  await fillShelves(client);
  connection = await Connection.connect({ address: inject('temporalAddress') });
  await route('set-current-version', '--build-id', 'A');
  for (let from = 0; from < orderIds.length; from += 20) await Promise.all(orderIds.slice(from, from + 20).map(placed));
}, 600_000);

afterAll(async () => {
  client?.close();
  system?.stop();
  await connection?.close();
  await rm(folder, { recursive: true, force: true });
});

const bundleOf = (build: string) => join(folder, `${build}.js`);

/** What a worker of a build is told; its port of metrics is the first one's. */
const settingsFor = (build: string) => ({
  WAYBILL_WORKER_VERSIONING: 'on',
  WAYBILL_WORKER_DEPLOYMENT: deployment,
  WAYBILL_WORKER_BUILD_ID: build,
  WAYBILL_WORKFLOW_BUNDLE: bundleOf(build),
});

/** Temporal's own command, until the engine has seen the workers of the build. */
async function route(command: string, ...args: string[]): Promise<void> {
  const address = ['--address', inject('temporalAddress'), '--deployment-name', deployment, '--yes'];
  const tell = () => run(temporal, ['worker', 'deployment', command, ...address, ...args]);
  await vi.waitFor(tell, { timeout: 120_000, interval: 500 });
}

async function placed(orderId: string): Promise<void> {
  const waiting = { requiresApproval: true, approvalTimeout: 'PT2H' };
  orThrow(await client.orders.place({ ...anOrder, ...waiting, orderId }));
  await client.orders.waitFor(orderId, 'AWAITING_APPROVAL');
}

async function shipped(orderId: string): Promise<string> {
  const approved = () => client.orders.approve(orderId, { commandId: `approve-${orderId}` });
  await vi.waitFor(approved, { timeout: 120_000, interval: 500 }); // an engine with much to do may say that it has too much
  await client.orders.waitFor(orderId, 'SHIPPED');
  return buildOf(orderId);
}

/** The build that took the last task of an order. */
async function buildOf(orderId: string): Promise<string> {
  const { raw } = await new Client({ connection }).workflow.getHandle(fulfillment.idFor(orderId)).describe();
  return raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId ?? '';
}

/** The gate of a deployment: what is open at the engine, with the workflows of a build. */
const replayed = (build: string): Promise<Ended> =>
  runNode(['--import', 'tsx', 'worker/src/replay.ts'], {
    ...settingsFor(build),
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    LOG_LEVEL: 'info',
  });

test('a build that does not replay the open orders is stopped before it gets any, and a compatible one passes', async () => {
  const code = await readFile(bundleOf('A'), 'utf8');
  await writeFile(bundleOf('B'), `${code}\n// Another build of the same workflows.\n`);
  await writeFile(bundleOf('C'), code.replaceAll('authorizePayment', 'authorizeOtherwise'));

  const [safe, unsafe] = [await replayed('B'), await replayed('C')];

  expect(safe).toMatchObject({ exit: 0, stdout: expect.stringContaining('open workflows replays') });
  expect(unsafe).toMatchObject({ exit: 1, stdout: expect.stringContaining('takes another way') });
  expect(unsafe.stdout).toContain('order-VERSIONED-');
});

test('open orders move to the next build as it ramps up, back within seconds when it is rolled back, and each ships once', async () => {
  const rest = [...orderIds];
  const ship = (count: number) => Promise.all(rest.splice(0, count).map(shipped));
  system.start('worker', { ...settingsFor('B'), WAYBILL_METRICS_PORT: '' });

  await route('set-ramping-version', '--build-id', 'B', '--percentage', '50');
  const half = await ship(60);
  await route('set-ramping-version', '--build-id', 'B', '--percentage', '100');
  const whole = await ship(40);
  await route('set-current-version', '--build-id', 'B');
  const current = await ship(20);
  const rolledBackAt = Date.now();
  await route('set-current-version', '--build-id', 'A');
  const back = await ship(1);
  const seconds = (Date.now() - rolledBackAt) / 1_000;
  const last = await ship(rest.length);

  expect(new Set(half)).toEqual(new Set(['A', 'B']));
  expect([new Set(whole), new Set(current)]).toEqual([new Set(['B']), new Set(['B'])]);
  expect([new Set(back), new Set(last)]).toEqual([new Set(['A']), new Set(['A'])]);
  console.log(`An order was done by the old build ${seconds.toFixed(1)} s after the rollback began`);
  expect(await capturesOfEach()).toEqual(new Set([1]));
}, 600_000);

async function capturesOfEach(): Promise<Set<number>> {
  const providers = createProvidersClient({ baseUrl: system.urls.chaos });
  const { orders } = await providers.audit.orders({ first: 1_000 });
  await providers.close();
  return new Set(orders.map(({ effects }) => effects.filter((it) => it === 'PAYMENT CAPTURED').length));
}
