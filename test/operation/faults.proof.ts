import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orThrow, type Waybill } from '@waybill/client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { impatientRules, startAlertmanager, type Told } from './alertmanager.ts';
import { type Prometheus, startPrometheus } from './prometheus.ts';
import { anOrder, type System, startSystem } from './system.ts';

const folder = mkdtempSync(join(tmpdir(), 'waybill-faults-'));
const waiting = { timeout: 240_000, interval: 500 };

let system: System;
let alertmanager: Awaited<ReturnType<typeof startAlertmanager>>;
let prometheus: Prometheus;
let client: Waybill;
beforeAll(async () => {
  const queues = { WAYBILL_ORDERS_QUEUE: 'faulty-orders', WAYBILL_SHIPPING_QUEUE: 'faulty-shipping' };
  system = await startSystem(inject('temporalAddress'), queues, { chaos: { CHAOS_CONTROL: 'on' } });
  alertmanager = await startAlertmanager(folder);
  const { book, ...others } = system.metrics;
  const alerting = { rules: impatientRules(folder), alertmanager: alertmanager.address };
  prometheus = await startPrometheus({ ...others, 'order-book': book }, folder, alerting);
  client = await system.client();
});
afterAll(async () => {
  client?.close();
  prometheus?.stop();
  alertmanager?.stop();
  system?.stop();
  await rm(folder, { recursive: true });
});

const toldOf = (alert: string, labels: Record<string, string> = {}): Told[] =>
  alertmanager
    .told()
    .filter((told) => told.alert === alert)
    .filter((told) => Object.entries(labels).every(([name, value]) => told.labels[name] === value));
const statuses = (...of: Parameters<typeof toldOf>) => toldOf(...of).map(({ status }) => status);

test('somebody is told when the only worker is killed, and again when there is one', async () => {
  const killed = system.children.worker;
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  await expect.poll(() => statuses('WaybillProcessesGone', { process: 'worker' }), waiting).toEqual(['firing']);

  system.start('worker');

  await expect
    .poll(() => statuses('WaybillProcessesGone', { process: 'worker' }), waiting)
    .toEqual(['firing', 'resolved']);
  expect(toldOf('WaybillProcessesGone')[0]?.summary).toBe('No worker of Waybill is up');
  expect(toldOf('WaybillProcessesGone')[0]?.labels.severity).toBe('page');
}, 600_000);

test('somebody is told when a compensation fails again and again, and again when it is done', async () => {
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
  expect(toldOf('WaybillOrdersStuck')[0]?.summary).toBe('1 orders cannot go on without a person');
}, 600_000);
