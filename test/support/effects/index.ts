import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { servedBy } from '../../../worker/src/settings.ts';
import { connectionEffects } from './connection.ts';
import type { Effects } from './effect.ts';
import { gatewayEffects, keys, made, placing, says, secret } from './gateway.ts';
import { book, chaosEffects, logLevel, metricsAt, neighbours, onAll, providers, refusal } from './services.ts';
import { found, processesUnderStart, stackEffects, told } from './stack.ts';
import { stand } from './stand-ins.ts';
import { options, tellsEngine, worker, workerEffects, workerSays } from './worker.ts';

export const stateDir = mkdtempSync(join(tmpdir(), 'waybill-effects-'));

const token = 'a-token-of-more-than-32-characters';
const database = 'postgres://waybill@db.example/waybill';
const allowed = (guard?: { allowedHosts: ReadonlySet<string> }) => [...(guard?.allowedHosts ?? [])];
const needsToken = 'WAYBILL_SERVICE_TOKEN: one is needed in production';
const toEngine = { TEMPORAL_ADDRESS: stand.engineAddress };

/** What several processes read. */
const shared = {
  WAYBILL_CHAOS_URL: {
    given: stand.serviceUrl,
    on: {
      gateway: [says('/inventory/catalogue', (parts) => parts.providers.inventory.catalogue()), true],
      worker: [workerSays('/inventory/catalogue', (called) => called.providers.inventory.catalogue()), true],
    },
  },
  WAYBILL_ORDER_BOOK_URL: {
    given: stand.serviceUrl,
    on: {
      gateway: [says('/orders/O-1', (parts) => parts.book.find('O-1')), true],
      worker: [workerSays('/orders/O-1', (called) => called.book.find('O-1')), true],
    },
  },
  TEMPORAL_ADDRESS: {
    given: stand.engineAddress,
    on: {
      gateway: [says('/DescribeNamespace', (parts) => parts.orders.reachable()), true],
      worker: [tellsEngine('WorkflowService'), true],
      stack: [processesUnderStart(stateDir), withoutEngine()],
    },
  },
  TEMPORAL_NAMESPACE: {
    given: 'shop-7',
    beside: toEngine,
    on: {
      gateway: [says('shop-7', (parts) => parts.orders.reachable()), true],
      worker: [options('namespace'), 'shop-7'],
    },
  },
  DATABASE_URL: {
    given: database,
    on: {
      chaos: [providers(({ tables }) => tables.url), database],
      'order-book': [book(({ databaseUrl }) => databaseUrl), database],
    },
  },
  WAYBILL_DATABASE_CONNECTIONS: {
    given: '7',
    on: {
      chaos: [providers(({ tables }) => tables.connections), 7],
      'order-book': [book(({ connections }) => connections), 7],
    },
  },
  WAYBILL_ALLOWED_HOSTS: {
    given: 'shop.example',
    on: {
      gateway: [made(({ guard }) => allowed(guard)), ['shop.example']],
      chaos: [providers(({ listening }) => allowed(listening.guard)), ['shop.example']],
      'order-book': [book(({ guard }) => allowed(guard)), ['shop.example']],
    },
  },
  WAYBILL_SERVICE_TOKEN: {
    given: token,
    beside: { WAYBILL_CHAOS_URL: stand.serviceUrl },
    on: {
      gateway: [says(`Bearer ${token}`, (parts) => parts.providers.inventory.catalogue()), true],
      worker: [workerSays(`Bearer ${token}`, (called) => called.providers.inventory.catalogue()), true],
      chaos: [providers(({ listening }) => listening.guard.serviceToken), token],
      'order-book': [book(({ guard }) => guard.serviceToken), token],
    },
  },
  NODE_ENV: {
    given: 'production',
    on: {
      gateway: [refusal(made(() => undefined)), 'WAYBILL_JWT_SECRET or WAYBILL_JWKS_URL: one is needed in production'],
      chaos: [refusal(providers(() => undefined)), needsToken],
      'order-book': [refusal(book(() => undefined)), needsToken],
      worker: [refusal(neighbours), needsToken],
    },
  },
  WAYBILL_METRICS_PORT: {
    given: '9464',
    on: onAll(metricsAt, { host: '127.0.0.1', port: 9_464 }),
  },
  WAYBILL_METRICS_HOST: {
    given: '0.0.0.0',
    beside: { WAYBILL_METRICS_PORT: '9464' },
    on: onAll(metricsAt, { host: '0.0.0.0', port: 9_464 }),
  },
  LOG_LEVEL: {
    given: 'warn',
    on: {
      gateway: [logLevel('gateway'), 'warn'],
      chaos: [providers(({ log }) => log.level), 'warn'],
      'order-book': [logLevel('order-book'), 'warn'],
      worker: [logLevel('worker'), 'warn'],
    },
  },
  WAYBILL_ORDERS_QUEUE: {
    given: 'our-orders',
    beside: toEngine,
    on: {
      gateway: [says('our-orders', placing), true],
      worker: [worker((settings) => servedBy(settings)[0]), ['our-orders', 'orders']],
    },
  },
  WAYBILL_SHIPPING_QUEUE: {
    given: 'our-parcels',
    on: {
      gateway: [made(({ overrides }) => overrides?.shippingQueue), 'our-parcels'],
      worker: [worker((settings) => servedBy(settings)[1]), ['our-parcels', 'shipping']],
    },
  },
} satisfies Partial<Effects>;

function withoutEngine() {
  return ['chaos service', 'order book', 'worker, orders', 'worker, shipping', 'gateway'];
}

/** What a process reads of where it listens, and `npm start` of where it is found. */
const places = {
  WAYBILL_GATEWAY_HOST: {
    given: '127.0.0.2',
    on: { gateway: [made(({ host }) => host), '127.0.0.2'], stack: [found('gateway'), 'http://127.0.0.2:4000'] },
  },
  WAYBILL_GATEWAY_PORT: {
    given: '7000',
    on: { gateway: [made(({ port }) => port), 7_000], stack: [found('gateway'), 'http://127.0.0.1:7000'] },
  },
  WAYBILL_CHAOS_HOST: {
    given: '127.0.0.2',
    on: {
      chaos: [providers(({ listening }) => listening.host), '127.0.0.2'],
      stack: [found('chaos'), 'http://127.0.0.2:3001'],
    },
  },
  WAYBILL_CHAOS_PORT: {
    given: '7001',
    on: {
      chaos: [providers(({ listening }) => listening.port), 7_001],
      stack: [found('chaos'), 'http://127.0.0.1:7001'],
    },
  },
  WAYBILL_CHAOS_DATA: {
    given: '/data/chaos',
    on: {
      chaos: [providers(({ tables }) => tables.dataDir), '/data/chaos'],
      stack: [told('chaos service', 'WAYBILL_CHAOS_DATA', stateDir), '/data/chaos'],
    },
  },
  WAYBILL_ORDER_BOOK_HOST: {
    given: '127.0.0.2',
    on: { 'order-book': [book(({ host }) => host), '127.0.0.2'], stack: [found('orderBook'), 'http://127.0.0.2:3002'] },
  },
  WAYBILL_ORDER_BOOK_PORT: {
    given: '7002',
    on: { 'order-book': [book(({ port }) => port), 7_002], stack: [found('orderBook'), 'http://127.0.0.1:7002'] },
  },
  WAYBILL_ORDER_BOOK_DATA: {
    given: '/data/book',
    on: {
      'order-book': [book(({ dataDir }) => dataDir), '/data/book'],
      stack: [told('order book', 'WAYBILL_ORDER_BOOK_DATA', stateDir), '/data/book'],
    },
  },
  WAYBILL_TEMPORAL_UI_URL: {
    given: 'https://ui.example',
    on: {
      gateway: [made(({ linkTo }) => linkTo?.('O')), 'https://ui.example/namespaces/default/workflows/order-O'],
      stack: [told('gateway', 'WAYBILL_TEMPORAL_UI_URL', stateDir), 'https://ui.example'],
    },
  },
} satisfies Partial<Effects>;

/** The gateway's keys, of which `npm start` makes none where there are some. */
const access = {
  WAYBILL_JWT_SECRET: {
    given: secret,
    on: {
      gateway: [made((parts) => parts.access.tokens.key), { secret }],
      stack: [told('gateway', 'WAYBILL_JWT_SECRET', stateDir), secret],
    },
  },
  WAYBILL_JWKS_URL: {
    given: keys,
    on: {
      gateway: [made((parts) => parts.access.tokens.key), { jwksUrl: new URL(keys) }],
      stack: [told('gateway', 'WAYBILL_JWT_SECRET', stateDir), undefined],
    },
  },
  WAYBILL_DEV_TOKENS: {
    given: 'on',
    beside: { WAYBILL_GATEWAY_HOST: '127.0.0.1', WAYBILL_JWT_SECRET: secret },
    on: {
      gateway: [made((parts) => typeof parts.access.developmentTokens), 'function'],
      stack: [told('gateway', 'WAYBILL_DEV_TOKENS', stateDir), 'on'],
    },
  },
  WAYBILL_OPEN_ALIASES: {
    given: 'on',
    beside: { WAYBILL_GATEWAY_HOST: '127.0.0.1', WAYBILL_JWT_SECRET: secret, WAYBILL_DEV_TOKENS: 'on' },
    on: {
      gateway: [made((parts) => parts.access.openAliases), true],
      stack: [told('gateway', 'WAYBILL_OPEN_ALIASES', stateDir), 'on'],
    },
  },
} satisfies Partial<Effects>;

/** Of every setting, what comes of it. */
export const effects: Effects = {
  ...shared,
  ...places,
  ...access,
  ...connectionEffects,
  ...gatewayEffects,
  ...chaosEffects,
  ...workerEffects,
  ...stackEffects,
};
