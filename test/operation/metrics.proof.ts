import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, orThrow } from '@waybill/client';
import { freePort } from '@waybill/temporal';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { aToken, secret } from '../../services/gateway/test/support/tokens.ts';
import { answering, createProcesses } from './processes.ts';

const url = (port: number) => `http://127.0.0.1:${port}`;
const processes = createProcesses();
const folder = mkdtempSync(join(tmpdir(), 'waybill-prometheus-'));

let scraped: Record<string, string>;
let prometheus: { child: ChildProcess; url: string };
let orderId: string;

beforeAll(async () => {
  const ports = { gateway: await freePort(), chaos: await freePort(), book: await freePort() };
  const metrics = await startAll(ports);
  prometheus = await startPrometheus(metrics);
  orderId = await shippedOrder(ports.gateway);
  scraped = {};
  for (const [name, port] of Object.entries(metrics)) scraped[name] = await textAt(`${url(port)}/metrics`);
});

afterAll(async () => {
  prometheus?.child.kill('SIGKILL');
  processes.stop();
  await rm(folder, { recursive: true });
});

async function shippedOrder(port: number): Promise<string> {
  const client = connect({ url: `${url(port)}/graphql`, token: await aToken(), transport: 'sse' });
  const { order } = orThrow(await client.orders.place(anOrder));
  for await (const { closedAt } of client.orders.watch(order.id)) if (closedAt) break;
  return order.id;
}

const anOrder = {
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  items: [{ sku: 'BOOK-001', quantity: 1 }],
  shippingAddress: { street: '1 Main Street', city: 'Springfield', zip: '62701', country: 'US' },
};

const job = 'waybill';

async function startAll({ gateway, chaos, book }: Record<'gateway' | 'chaos' | 'book', number>) {
  const metrics = {
    gateway: await freePort(),
    chaos: await freePort(),
    book: await freePort(),
    worker: await freePort(),
  };
  const at = (of: keyof typeof metrics) => ({ WAYBILL_METRICS_PORT: `${metrics[of]}` });
  const others = {
    WAYBILL_CHAOS_URL: url(chaos),
    WAYBILL_ORDER_BOOK_URL: url(book),
    TEMPORAL_ADDRESS: inject('temporalAddress'),
  };
  processes.start('services/chaos/src/main.ts', {
    ...at('chaos'),
    WAYBILL_CHAOS_PORT: `${chaos}`,
    WAYBILL_LABEL_TIME: 'PT0.2S',
  });
  processes.start('services/order-book/src/main.ts', { ...at('book'), WAYBILL_ORDER_BOOK_PORT: `${book}` });
  processes.start('worker/src/main.ts', { ...at('worker'), ...others });
  processes.start('services/gateway/src/main.ts', {
    ...{ ...at('gateway'), ...others, WAYBILL_JWT_SECRET: secret, WAYBILL_GATEWAY_PORT: `${gateway}` },
  });
  await Promise.all(
    [`${url(gateway)}/ready`, ...Object.values(metrics).map((port) => `${url(port)}/metrics`)].map(answering),
  );
  return metrics;
}

async function startPrometheus(metrics: Record<string, number>) {
  const port = await freePort();
  const targets = Object.entries(metrics).map(([name, at]) => ({
    targets: [`127.0.0.1:${at}`],
    labels: { process: name },
  }));
  const config = join(folder, 'prometheus.yml');
  writeFileSync(
    config,
    JSON.stringify({ global: { scrape_interval: '1s' }, scrape_configs: [{ job_name: job, static_configs: targets }] }),
  );
  const flags = [
    `--config.file=${config}`,
    `--storage.tsdb.path=${folder}/data`,
    `--web.listen-address=127.0.0.1:${port}`,
  ];
  const child = spawn('prometheus', flags, { stdio: 'ignore' });
  await answering(`${url(port)}/-/ready`);
  return { child, url: url(port) };
}

const textAt = async (address: string) => (await fetch(address)).text();

async function query(expression: string): Promise<{ metric: Record<string, string>; value: [number, string] }[]> {
  const answer = await fetch(`${prometheus.url}/api/v1/query?query=${encodeURIComponent(expression)}`);
  return ((await answer.json()) as { data: { result: [] } }).data.result;
}

test('promtool has nothing to say against any metric of ours', () => {
  const told = Object.entries(scraped).map(([name, text]) => {
    const ours = text.split('\n').filter((line) => /^(# (HELP|TYPE) )?waybill_/.test(line));
    const { status, stderr } = spawnSync('promtool', ['check', 'metrics'], {
      input: `${ours.join('\n')}\n`,
      encoding: 'utf8',
    });
    return `${name}: ${status} ${stderr}`;
  });

  expect(told).toEqual(Object.keys(scraped).map((name) => `${name}: 0 `));
});

test('Prometheus has every process up, and the order that was shipped', async () => {
  await expect
    .poll(async () => (await query(`up{job="${job}"} == 1`)).map(({ metric }) => metric.process).sort())
    .toEqual(['book', 'chaos', 'gateway', 'worker']);
  await expect
    .poll(async () => (await query('waybill_order_duration_seconds_count{status="SHIPPED"}'))[0]?.value[1])
    .toBe('1');
});

test('no metric names an order or a person', () => {
  for (const text of Object.values(scraped)) {
    expect(text).not.toContain(orderId);
    expect(text).not.toMatch(/@|otto/);
  }
});
