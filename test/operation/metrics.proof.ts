import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, orThrow } from '@waybill/client';
import { freePort } from '@waybill/temporal';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { aToken, secret } from '../../services/gateway/test/support/tokens.ts';
import { boards } from '../../tools/operate/src/boards/index.ts';
import { answering, createProcesses } from './processes.ts';
import { job, type Prometheus, startPrometheus } from './prometheus.ts';

const url = (port: number) => `http://127.0.0.1:${port}`;
const processes = createProcesses();
const folder = mkdtempSync(join(tmpdir(), 'waybill-prometheus-'));

let scraped: Record<string, string>;
let prometheus: Prometheus;
let orderId: string;

beforeAll(async () => {
  const ports = { gateway: await freePort(), chaos: await freePort(), book: await freePort() };
  const metrics = await startAll(ports);
  prometheus = await startPrometheus(metrics, folder);
  orderId = await shippedOrder(ports.gateway);
  scraped = {};
  for (const [name, port] of Object.entries(metrics)) scraped[name] = await textAt(`${url(port)}/metrics`);
});

afterAll(async () => {
  prometheus?.stop();
  processes.stop();
  await rm(folder, { recursive: true });
});

async function shippedOrder(port: number): Promise<string> {
  const client = connect({ url: `${url(port)}/graphql`, token: await aToken(), transport: 'sse' });
  const { order } = orThrow(await client.orders.place(anOrder));
  for await (const { status, closedAt } of client.orders.watch(order.id)) {
    if (status === 'AWAITING_APPROVAL') orThrow(await client.orders.approve(order.id));
    if (closedAt) break;
  }
  return order.id;
}

const anOrder = {
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  requiresApproval: true,
  items: [{ sku: 'BOOK-001', quantity: 1 }],
  shippingAddress: { street: '1 Main Street', city: 'Springfield', zip: '62701', country: 'US' },
};

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

const textAt = async (address: string) => (await fetch(address)).text();

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
    .poll(async () => (await prometheus.query(`up{job="${job}"} == 1`)).map(({ metric }) => metric.process).sort())
    .toEqual(['book', 'chaos', 'gateway', 'worker']);
  await expect
    .poll(async () => (await prometheus.query('waybill_order_duration_seconds_count{status="SHIPPED"}'))[0]?.value[1])
    .toBe('1');
});

test('Prometheus answers every panel of every board, with data where nothing has to go wrong for it', async () => {
  await expect.poll(panelsWithoutData).toEqual([]);
});

/** What happens only when something goes wrong; no rule is recorded here. */
const needsFault = /fail|fault|retries|error budget|compensations/i;

async function panelsWithoutData(): Promise<string[]> {
  const panels = boards.flatMap(({ rows }) => rows.flatMap((row) => row.panels));
  const asked = panels.flatMap(({ title, queries }) => queries.map(({ expr }) => ({ title, expr })));
  const without = [];
  for (const { title, expr } of asked) {
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
