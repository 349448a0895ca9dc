import { InterceptingCall, type Interceptor } from '@grpc/grpc-js';
import { Client, Connection } from '@temporalio/client';
import { createAccess, defaultLimits, type GatewayOptions, startGateway } from '@waybill/gateway';
import { createOrderBookClient } from '@waybill/order-book-client';
import { createOrders } from '@waybill/orders-client';
import { openLog } from '@waybill/platform';
import { startTracing, type TracingSettings } from '@waybill/tracing/start';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { answering, given, usage } from './child.ts';
import { createDelays, type Delays } from './delays.ts';
import { fakeOrders } from './fake-orders.ts';
import { secret } from './token.ts';

export type GatewayGiven = {
  port?: number;
  /** The folder of the built dashboard. */
  dashboard?: string;
  engine?: { address: string; namespace: string; bookUrl: string };
  metrics?: boolean;
  /** Records this share of its traces, and sends them to a collector. */
  traces?: TracingSettings;
};

const { port = 0, dashboard, engine, metrics, traces } = given<GatewayGiven>();
if (traces) startTracing('gateway', traces);
const registry = metrics ? new Registry() : undefined;
if (registry) collectDefaultMetrics({ register: registry });
const calls = new Map<string, number>();
const fakes = engine ? undefined : fakeOrders();
const orders = fakes?.orders ?? createOrders(clientAt(engine?.address ?? '', engine?.namespace ?? ''));

if (!engine) await callWhoIsAway();

const gateway = await startGateway({
  orders,
  runs: {} as GatewayOptions['runs'],
  book: createOrderBookClient({ baseUrl: engine?.bookUrl ?? 'http://127.0.0.1:1' }),
  providers: fakeProviders(),
  access: createAccess({
    WAYBILL_GATEWAY_HOST: '127.0.0.1',
    WAYBILL_JWT_SECRET: secret,
    WAYBILL_JWT_ROLE_CLAIM: 'role',
    WAYBILL_ALLOWED_ORIGINS: [],
  }),
  // One user sends all requests: all limits are checked, and set so high that none is reached.
  limits: {
    ...defaultLimits,
    socketsPerUser: 100_000,
    feedsPerUser: 100_000,
    messagesPerSecond: 1e6,
    costPerSecond: 1e9,
    initMs: 60_000,
  },
  dashboard: dashboard ? { folder: dashboard } : undefined,
  log: openLog('bench', 'silent'),
  registry,
  host: '127.0.0.1',
  port,
  requestTimeoutMs: 10_000,
  verdictTimeoutMs: 5_000,
  graceMs: 0,
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
});

/** They cost something themselves: they exist from the first call on. */
let delays: Delays | undefined;

answering({
  ...usage,
  url: () => gateway.url,
  /** How often the engine was called, by method. */
  calls: (method: string) => calls.get(method) ?? 0,
  /** The longest delay of the event loop since the last call, and the longest garbage collection. */
  longestDelay: () => {
    delays ??= createDelays();
    return delays.longest();
  },
  watches: () => gateway.usage().watches,
  /** Changes each of these orders this many times, one after another. */
  change: async (ids: string[], times: number) => {
    for (let time = 0; time < times; time++) {
      for (const id of ids) fakes?.change(id);
      await new Promise((resolve) => setTimeout(resolve, 20)); // each is told before the next
    }
  },
});

/**
 * Every gateway calls an engine and a book. Before Node 24 the first call with a deadline makes each later promise dearer, for it
 * switches on what keeps contexts: a gateway that has called nobody would be cheaper than any that runs.
 */
async function callWhoIsAway(): Promise<void> {
  const { connection, workflow } = clientAt('127.0.0.1:1', 'default');
  const deadline = Date.now() + 200;
  const query = connection.withDeadline(deadline, () => workflow.getHandle('ORD-1').query('getOrder'));
  await Promise.allSettled([query, createOrderBookClient({ baseUrl: 'http://127.0.0.1:1' }).counts()]);
}

function clientAt(address: string, namespace: string): Client {
  const connection = Connection.lazy({ address, interceptors: [counting] });
  return new Client({ connection, namespace });
}

function counting(...[options, nextCall]: Parameters<Interceptor>): InterceptingCall {
  const method = options.method_definition.path.split('/').pop() ?? '';
  calls.set(method, (calls.get(method) ?? 0) + 1);
  return new InterceptingCall(nextCall(options));
}

/** A catalogue and nothing else. */
function fakeProviders(): GatewayOptions['providers'] {
  const prices = [{ amountMinor: 1850, currencyCode: 'USD' }];
  const catalogue = async () => [{ sku: 'BOOK-001', name: 'Book', prices, available: 1_000 }];
  return { inventory: { catalogue }, chaos: {} } as unknown as GatewayOptions['providers'];
}
