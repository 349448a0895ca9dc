import { servedBy } from '../../../worker/src/settings.ts';
import type { Effects } from './effect.ts';
import { gatewayEffect, placing, says } from './gateway-effects.ts';
import { book, logLevel, metricsAt, neighbours, onAll, providers, refusal, tracesTo } from './services.ts';
import { processesUnderStart } from './stack.ts';
import { stand } from './stand-ins.ts';
import { stateDir } from './state-folder.ts';
import { options, tellsEngine, worker, workerSays } from './worker.ts';

const database = 'postgres://waybill@db.example/waybill';
const allowed = (guard?: { allowedHosts: ReadonlySet<string> }) => [...(guard?.allowedHosts ?? [])];
const needsToken = 'WAYBILL_SERVICE_TOKEN: is required in production';
const toEngine = { TEMPORAL_ADDRESS: stand.engineAddress };

/** What several processes read. */
export const sharedEffects = {
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
      gateway: [gatewayEffect(({ guard }) => allowed(guard)), ['shop.example']],
      chaos: [providers(({ listening }) => allowed(listening.guard)), ['shop.example']],
      'order-book': [book(({ guard }) => allowed(guard)), ['shop.example']],
    },
  },
  NODE_ENV: {
    given: 'production',
    on: {
      gateway: [
        refusal(gatewayEffect(() => undefined)),
        'WAYBILL_JWT_SECRET or WAYBILL_JWKS_URL: one of them is required in production',
      ],
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
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    given: 'http://collector.example:4318',
    on: onAll(tracesTo, { url: 'http://collector.example:4318/v1/traces', share: 1 }),
  },
  WAYBILL_DRAIN_DELAY: {
    given: 'PT7S',
    on: {
      gateway: [gatewayEffect(({ drainDelayMs }) => drainDelayMs), 7_000],
      chaos: [providers(({ listening }) => listening.drainDelayMs), 7_000],
      'order-book': [book(({ drainDelayMs }) => drainDelayMs), 7_000],
    },
  },
  OTEL_TRACES_SAMPLER_ARG: {
    given: '0.01',
    beside: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318' },
    on: onAll(tracesTo, { url: 'http://collector.example:4318/v1/traces', share: 0.01 }),
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
      gateway: [gatewayEffect(({ overrides }) => overrides?.shippingQueue), 'our-parcels'],
      worker: [worker((settings) => servedBy(settings)[1]), ['our-parcels', 'shipping']],
    },
  },
} satisfies Partial<Effects>;

function withoutEngine() {
  return ['chaos service', 'order book', 'worker, orders', 'worker, shipping', 'gateway'];
}
