import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { orThrow } from '@waybill/client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { boards } from '../../tools/operate/src/boards/index.ts';
import { auditNow } from '../support/audit-now.ts';
import { job, type Prometheus, startPrometheus } from './prometheus.ts';
import { anOrder, type Service, type System, startSystem } from './system.ts';
import { notRefused } from './verdict.ts';

const folder = mkdtempSync(join(tmpdir(), 'waybill-prometheus-'));

let system: System;
let scraped: Record<string, string>;
let prometheus: Prometheus;
let orderId: string;

beforeAll(async () => {
  system = await startSystem(inject('temporalAddress'));
  prometheus = await startPrometheus(system.metrics, folder);
  orderId = await shippedOrder();
  await auditedBooks();
  scraped = {};
  for (const service of Object.keys(system.metrics) as Service[]) scraped[service] = await system.scrape(service);
});

afterAll(async () => {
  prometheus?.stop();
  system?.stop();
  await rm(folder, { recursive: true });
});

async function shippedOrder(): Promise<string> {
  const client = await system.client();
  const { order } = orThrow(await client.orders.place({ ...anOrder, requiresApproval: true }));
  for await (const { status, closedAt } of client.orders.watch(order.id)) {
    if (status === 'AWAITING_APPROVAL') notRefused(await client.orders.approve(order.id));
    if (closedAt) break;
  }
  return order.id;
}

async function auditedBooks(): Promise<void> {
  const connection = await Connection.connect({ address: inject('temporalAddress') });
  await auditNow({ client: new Client({ connection }) });
  await connection.close();
}

test('promtool accepts every metric', () => {
  const verdicts = Object.entries(scraped).map(([name, text]) => {
    const ours = text.split('\n').filter((line) => /^(# (HELP|TYPE) )?waybill_/.test(line));
    const { status, stderr } = spawnSync('promtool', ['check', 'metrics'], {
      input: `${ours.join('\n')}\n`,
      encoding: 'utf8',
    });
    return `${name}: ${status} ${stderr}`;
  });

  expect(verdicts).toEqual(Object.keys(scraped).map((name) => `${name}: 0 `));
});

test('Prometheus has every process up, and the order that was shipped', async () => {
  await expect
    .poll(async () => (await prometheus.query(`up{job="${job}"} == 1`)).map(({ metric }) => metric.process).sort())
    .toEqual(['book', 'chaos', 'gateway', 'worker']);
  await expect
    .poll(async () => (await prometheus.query('waybill_order_duration_seconds_count{status="SHIPPED"}'))[0]?.value[1])
    .toBe('1');
});

test('Prometheus answers every panel of every board, with data where nothing has to go wrong for it', async () => {
  await expect.poll(panelsWithoutData).toEqual([]);
});

/** Series that exist only after errors; no rules are recorded here. */
const needsFault = /fail|fault|retries|error budget|compensations/i;

async function panelsWithoutData(): Promise<string[]> {
  const panels = boards.flatMap(({ rows }) => rows.flatMap((row) => row.panels));
  const expressions = panels.flatMap(({ title, queries }) => queries.map(({ expr }) => ({ title, expr })));
  const without = [];
  for (const { title, expr } of expressions) {
    const series = await prometheus.query(expr.replaceAll('$__rate_interval', '30s'));
    if (series.length === 0 && !needsFault.test(title)) without.push(`${title}: ${expr}`);
  }
  return without;
}

test('no metric names an order or a person', () => {
  for (const text of Object.values(scraped)) {
    expect(text).not.toContain(orderId);
    expect(text).not.toMatch(/@|otto/);
  }
});
