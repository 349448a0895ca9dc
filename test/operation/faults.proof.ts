import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orThrow, type Waybill } from '@waybill/client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { impatientRules, type ReceivedAlert, startAlertmanager } from './alertmanager.ts';
import { type Cluster, createCluster } from './production/cluster.ts';
import { type Prometheus, startPrometheus } from './prometheus.ts';
import { anOrder, type System, startSystem } from './system.ts';

const folder = mkdtempSync(join(tmpdir(), 'waybill-faults-'));
const clusterFolder = mkdtempSync(join(tmpdir(), 'waybill-faults-postgres-'));
const waiting = { timeout: 240_000, interval: 500 };

let cluster: Cluster;
let system: System;
let alertmanager: Awaited<ReturnType<typeof startAlertmanager>>;
let prometheus: Prometheus;
let client: Waybill;
beforeAll(async () => {
  const queues = { WAYBILL_ORDERS_QUEUE: 'faulty-orders', WAYBILL_SHIPPING_QUEUE: 'faulty-shipping' };
  cluster = await createCluster(clusterFolder);
  await cluster.start();
  const own = { chaos: { CHAOS_CONTROL: 'on' }, book: { DATABASE_URL: cluster.url('postgres') } };
  system = await startSystem(inject('temporalAddress'), queues, own);
  alertmanager = await startAlertmanager(folder);
  const { book, ...others } = system.metrics;
  const alerting = { rules: impatientRules(folder), alertmanager: alertmanager.address };
  prometheus = await startPrometheus({ ...others, 'order-book': book }, folder, alerting);
  client = await system.client();
}, 300_000);
afterAll(async () => {
  client?.close();
  prometheus?.stop();
  alertmanager?.stop();
  system?.stop();
  await cluster?.stop();
  await Promise.all([folder, clusterFolder].map((each) => rm(each, { recursive: true })));
});

const receivedFor = (alert: string, labels: Record<string, string> = {}): ReceivedAlert[] =>
  alertmanager
    .received()
    .filter((received) => received.alert === alert)
    .filter((received) => Object.entries(labels).every(([name, value]) => received.labels[name] === value));
const statuses = (...of: Parameters<typeof receivedFor>) => receivedFor(...of).map(({ status }) => status);

test('a notification is sent when the only worker is killed, and again when there is one', async () => {
  const killed = system.children.worker;
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  await expect.poll(() => statuses('WaybillProcessesGone', { process: 'worker' }), waiting).toEqual(['firing']);

  system.start('worker');

  await expect
    .poll(() => statuses('WaybillProcessesGone', { process: 'worker' }), waiting)
    .toEqual(['firing', 'resolved']);
  expect(receivedFor('WaybillProcessesGone')[0]?.summary).toBe('No worker of Waybill is up');
  expect(receivedFor('WaybillProcessesGone')[0]?.labels.severity).toBe('page');
}, 600_000);

test('a notification is sent when a compensation keeps failing, and again when it is done', async () => {
  const orderId = 'UNDONE-LATE';
  const failing = Array(100).fill('server_error');
  orThrow(await client.chaos.pin({ orderId, operation: 'shipping.label', outcomes: ['address_refused'] }));
  orThrow(await client.chaos.pin({ orderId, operation: 'inventory.release', outcomes: failing }));
  orThrow(await client.orders.place({ ...anOrder, orderId }));
  await expect.poll(() => statuses('WaybillOrdersStuck'), waiting).toEqual(['firing']);

  orThrow(await client.chaos.pin({ orderId, operation: 'inventory.release', outcomes: [] }));
  let end = '';
  for await (const { status } of client.orders.watch(orderId)) end = status;

  expect(end).toBe('FAILED');
  await expect.poll(() => statuses('WaybillOrdersStuck'), waiting).toEqual(['firing', 'resolved']);
  expect(receivedFor('WaybillOrdersStuck')[0]?.summary).toBe('1 orders cannot go on without a person');
}, 600_000);

test('somebody is told when the database is stopped, and again when it answers', async () => {
  await cluster.kill();
  await expect
    .poll(() => statuses('WaybillDatabaseUnreachable', { process: 'order-book' }), waiting)
    .toEqual(['firing']);

  await cluster.start();

  await expect
    .poll(() => statuses('WaybillDatabaseUnreachable', { process: 'order-book' }), waiting)
    .toEqual(['firing', 'resolved']);
  expect(receivedFor('WaybillDatabaseUnreachable')[0]?.summary).toBe('No order-book reaches its database');
  expect(receivedFor('WaybillDatabaseUnreachable')[0]?.labels.severity).toBe('page');
}, 600_000);
