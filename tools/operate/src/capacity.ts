import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A figure from the page of its bench; of a range, the upper end. */
function figure(page: string, pattern: RegExp): number {
  const text = readFileSync(`${root}/bench/${page}README.md`, 'utf8');
  const [, found] = pattern.exec(text) ?? [];
  if (found === undefined) throw new Error(`bench/${page}README.md has no figure that matches ${pattern}`);
  return Number(found);
}

/** What the benches measured, each on two cores. */
export const measured = () => ({
  /** Milliseconds of CPU an order. */
  engineMs: figure('orders/', /the engine takes some \d+ to (\d+)/),
  workersMs: figure('orders/', /the workers \d+ to (\d+)/),
  bookMs: figure('orders/', /the order book (\d+)/),
  providersMs: figure('orders/', /the providers (\d+)\./),
  actions: figure('history/', /`fulfillOrder`.* (\d+) \|$/m) + figure('history/', /`shipOrder`.* (\d+) \|$/m),
  /** KiB of a gateway a subscriber, and microseconds of CPU a delivery and a query. */
  subscriberKiB: figure('', /`gateway memory` \| [\d.]+ \(([\d.]+) KiB/),
  deliveryUs: figure('', /`gateway fan-out` \| [\d.]+ \(([\d.]+) µs/),
  queryUs: figure('', /`gateway one-query` \| [\d.]+ \((\d+) µs/),
});

/** The planned load of a pod, as a share of a core, which leaves room for a peak and a lost replica. */
const busy = 0.6;
/** The memory that the chart plans for a gateway, and that of one without connections. */
const connectionsPerGateway = 8_000;
const idleGatewayMiB = 400;
/** Changes of an order that its subscribers get. */
const changesPerOrder = 19;

const cores = (msPerSecond: number) => Math.max(1, Math.ceil(msPerSecond / 1_000 / busy));

/** The resources for a number of orders per second and of subscribers, beyond two replicas of everything. */
export function capacity(ordersPerSecond: number, watchers: number) {
  const of = measured();
  const gateways = Math.max(2, Math.ceil(watchers / connectionsPerGateway));
  return {
    ordersPerSecond,
    watchers,
    workerCores: cores(ordersPerSecond * of.workersMs),
    engineCores: cores(ordersPerSecond * of.engineMs),
    bookCores: cores(ordersPerSecond * of.bookMs),
    gateways,
    gatewayMiB: Math.ceil(idleGatewayMiB + (Math.ceil(watchers / gateways) * of.subscriberKiB) / 1_024),
    deliveryCores: cores((ordersPerSecond * changesPerOrder * of.deliveryUs) / 1_000),
    actionsPerSecond: ordersPerSecond * of.actions,
  };
}

const examples = [
  [1, 100],
  [10, 2_000],
  [50, 20_000],
] as const;

/** The rows of the table in docs/capacity.md. */
export const capacityTable = (): string =>
  examples.map(([orders, watchers]) => `| ${Object.values(capacity(orders, watchers)).join(' | ')} |`).join('\n');

/** The figures as the page repeats them. */
export const measuredTable = (): string => {
  const { engineMs, workersMs, bookMs, providersMs, actions, subscriberKiB, deliveryUs, queryUs } = measured();
  return [
    `| An order | ${engineMs} ms of CPU in the engine, ${workersMs} in the workers, ${bookMs} in the order book, ${providersMs} in the providers | [orders](../bench/orders/README.md) |`,
    `| An order and its shipment | at most ${actions} billed Actions | [history](../bench/history/README.md) |`,
    `| A subscriber | ${subscriberKiB} KiB in its gateway | [gateway memory](../bench/README.md) |`,
    `| A change told to a subscriber | ${deliveryUs} µs of CPU | [gateway fan-out](../bench/README.md) |`,
    `| A query answered from memory | ${queryUs} µs of CPU | [gateway one-query](../bench/README.md) |`,
  ].join('\n');
};

if (import.meta.url === `file://${process.argv[1]}`) console.log(`${measuredTable()}\n\n${capacityTable()}`);
