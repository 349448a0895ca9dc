import { address, count, duration, host, hosts, inAnyCase, oneOf, path, port, share, text, url } from './kinds.ts';
import { databaseUrl, serviceToken } from './secrets.ts';
import type { Settings } from './setting.ts';

/** The settings that several processes share. */
export const shared = {
  WAYBILL_CHAOS_URL: {
    is: url,
    default: 'http://127.0.0.1:3001',
    by: ['gateway', 'worker'],
    means: 'the base URL of the providers',
  },
  WAYBILL_ORDER_BOOK_URL: {
    is: url,
    default: 'http://127.0.0.1:3002',
    by: ['gateway', 'worker'],
    means: 'the base URL of the order book',
  },
  TEMPORAL_ADDRESS: {
    is: address,
    default: '127.0.0.1:7233',
    by: ['gateway', 'worker', 'stack'],
    aliases: ['TEMPORAL_HOST', 'TEMPORAL_TARGET'],
    means: 'an engine of your own; `npm start` then starts none',
  },
  TEMPORAL_NAMESPACE: {
    is: text,
    default: 'default',
    by: ['gateway', 'worker'],
    means: "the engine's namespace; needs `TEMPORAL_ADDRESS`",
  },
  DATABASE_URL: {
    is: databaseUrl,
    by: ['chaos', 'order-book'],
    means:
      'a Postgres for chaos service and order book, each with its own schema, instead of embedded databases; in production it or a data folder is required',
  },
  WAYBILL_DATABASE_CONNECTIONS: {
    is: count,
    default: '16',
    by: ['chaos', 'order-book'],
    means: 'the most connections of one process to that Postgres, besides one or two for long work and notifications',
  },
  WAYBILL_DRAIN_DELAY: {
    is: duration,
    default: 'PT0S',
    by: ['gateway', 'chaos', 'order-book'],
    means:
      'how long a stopping gateway, provider service or order book keeps answering while `/ready` returns 503; must be longer than the load balancer takes to notice',
  },
  WAYBILL_ALLOWED_HOSTS: {
    is: hosts,
    by: ['gateway', 'chaos', 'order-book'],
    means:
      'values of the `Host` header, besides the names of this machine, that gateway, providers and order book accept, separated by commas; `/health` and `/ready` accept any',
  },
  WAYBILL_SERVICE_TOKEN: {
    is: serviceToken,
    by: ['gateway', 'chaos', 'order-book', 'worker'],
    means:
      'the token that gateway and workers send to providers and order book, which refuse all other callers: 32 characters or more. Needed in production, and by providers and order book beyond loopback',
  },
  WAYBILL_SECONDARY_SERVICE_TOKEN: {
    is: serviceToken,
    by: ['chaos', 'order-book'],
    means:
      'a second token that providers and order book accept, while one replaces the other (docs/operation.md); needs the first, and is never sent',
  },
  WAYBILL_STATE_DIR: { is: path, default: '.waybill', by: ['stack'], means: 'where `npm start` keeps its state' },
  NODE_ENV: {
    is: oneOf('production', 'development', 'test'),
    by: ['gateway', 'chaos', 'order-book', 'worker'],
    means: '`production` turns off what is meant for development',
  },
  WAYBILL_METRICS_PORT: {
    is: port,
    by: ['gateway', 'chaos', 'order-book', 'worker'],
    means:
      'the port on which Prometheus scrapes `/metrics` of this process, which have no data of single orders; off if absent. `npm start` gives this port to its gateway, and the next four to providers, order book and workers',
  },
  WAYBILL_METRICS_HOST: {
    is: host,
    default: '127.0.0.1',
    by: ['gateway', 'chaos', 'order-book', 'worker'],
    means: 'the address that the metrics bind to',
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    is: url,
    by: ['gateway', 'chaos', 'order-book', 'worker'],
    means: 'the collector that traces are sent to, over OTLP and HTTP; no traces if absent',
  },
  OTEL_TRACES_SAMPLER_ARG: {
    is: share,
    default: '1',
    by: ['gateway', 'chaos', 'order-book', 'worker'],
    means: 'the share of traces that are recorded, from 0 to 1, sampled by `parentbased_traceidratio`',
  },
  LOG_LEVEL: {
    is: inAnyCase(oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent')),
    default: 'info',
    by: ['gateway', 'chaos', 'order-book', 'worker'],
    means: 'how much every service and worker logs',
  },
} as const satisfies Settings;
