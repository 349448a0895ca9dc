import { expect, test } from 'vitest';
import { BadSettings, type Environment, readSettings, table } from '../src/settings/index.ts';

const read = (env: Environment) => () => readSettings('gateway', env);

/** What the message says of the environment, line by line. */
function complaints(env: Environment): string[] {
  try {
    readSettings('gateway', env);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(BadSettings);
    return (error as BadSettings).message.split('\n');
  }
}

test.each<[name: string, text: string, allowed: string]>([
  ['WAYBILL_GATEWAY_PORT', '65536', 'must be a port from 0 to 65535'],
  ['WAYBILL_GATEWAY_PORT', '0x1f', 'must be a port from 0 to 65535'],
  ['WAYBILL_GATEWAY_PORT', '4e3', 'must be a port from 0 to 65535'],
  ['WAYBILL_GATEWAY_HOST', 'http://0.0.0.0', 'must be an IP address such as 0.0.0.0 or ::1, or a host name'],
  ['WAYBILL_GATEWAY_HOST', '[::1]', 'must be an IP address such as 0.0.0.0 or ::1, or a host name'],
  ['WAYBILL_GATEWAY_HOST', '127.0.0.256', 'must be an IP address such as 0.0.0.0 or ::1, or a host name'],
  ['WAYBILL_CHAOS_URL', 'localhost:3001', 'must be a URL that begins with http:// or https://'],
  ['WAYBILL_CHAOS_URL', 'ftp://localhost', 'must be a URL that begins with http:// or https://'],
  ['WAYBILL_ORDER_BOOK_URL', 'http://', 'must be a URL that begins with http:// or https://'],
  ['WAYBILL_JWKS_URL', 'issuer.example/keys', 'must be a URL that begins with http:// or https://'],
  ['TEMPORAL_ADDRESS', 'http://127.0.0.1:7233', 'must be HOST:PORT, such as 127.0.0.1:7233'],
  ['TEMPORAL_ADDRESS', '127.0.0.1', 'must be HOST:PORT, such as 127.0.0.1:7233'],
  ['TEMPORAL_ADDRESS', '::1:7233', 'must be HOST:PORT, such as 127.0.0.1:7233'],
  ['LOG_LEVEL', 'loud', 'must be one of fatal, error, warn, info, debug, trace, silent'],
  ['NODE_ENV', 'prod', 'must be one of production, development, test'],
  ['WAYBILL_WORKER_QUEUES', 'orders,', 'must be one or several of orders, shipping, separated by commas'],
  ['WAYBILL_WORKER_ACTIVITIES', '0', 'must be a whole number from 1 to 2147483647'],
  ['WAYBILL_WORKER_WORKFLOW_TASKS', '1', 'must be a whole number from 2 to 2147483647'],
  ['WAYBILL_WORKER_WORKFLOW_TASKS', '2.5', 'must be a whole number from 2 to 2147483647'],
  ['WAYBILL_WORKER_VERSIONING', 'true', 'must be one of on, off'],
  ['WAYBILL_LIMIT_DEPTH', '-1', 'must be a whole number from 1 to 2147483647'],
  ['WAYBILL_AUDIT_EVERY', 'PT0S', 'must be an ISO 8601 duration such as PT20S, longer than nothing'],
  ['WAYBILL_VERDICT_TIMEOUT', 'P25D', 'no longer than 24 days'],
  ['WAYBILL_LABEL_TIME', '20s', 'must be an ISO 8601 duration such as PT20S'],
  ['WAYBILL_ALLOWED_ORIGINS', 'https://shop.example/', 'must be origins such as https://shop.example, without a path'],
  ['WAYBILL_ALLOWED_ORIGINS', '*', 'must be origins such as https://shop.example, without a path'],
  ['WAYBILL_ALLOWED_ORIGINS', 'shop.example', 'must be origins such as https://shop.example, without a path'],
  ['WAYBILL_WORKER_IDENTITY', 'a\u0007b', 'must be one line of 200 characters or fewer'],
])('%s=%s is refused in one line that says what is allowed', (name, text, allowed) => {
  const lines = complaints({ [name]: text });

  expect(lines).toEqual([expect.stringMatching(new RegExp(`^${name}: .*and is `))]);
  expect(lines[0]).toContain(allowed);
  expect(lines[0]).toContain(JSON.stringify(text));
});

test.each<[name: string, text: string]>([
  ['WAYBILL_GATEWAY_HOST', '0.0.0.0'],
  ['WAYBILL_GATEWAY_HOST', '::1'],
  ['WAYBILL_GATEWAY_HOST', 'shop.internal'],
  ['TEMPORAL_ADDRESS', '[::1]:7233'],
  ['TEMPORAL_ADDRESS', 'temporal:7233'],
  ['WAYBILL_CHAOS_URL', 'http://[::1]:3001'],
  ['DATABASE_URL', 'postgresql://waybill@localhost/waybill?sslmode=require'],
])('%s=%s is taken', (name, text) => {
  expect(complaints({ [name]: text })).toEqual([]);
});

test('every setting that is wrong is named, also those that other processes read', () => {
  const lines = complaints({ WAYBILL_WORKER_ACTIVITIES: 'many', WAYBILL_STATE_DIR: 'a\0b', LOG_LEVEL: 'loud' });

  expect(lines.map((line) => line.split(':')[0])).toEqual([
    'WAYBILL_STATE_DIR',
    'LOG_LEVEL',
    'WAYBILL_WORKER_ACTIVITIES',
  ]);
});

test('an unknown name with our prefix is refused, and the nearest one is suggested', () => {
  const lines = complaints({ WAYBILL_GATEWY_PORT: '4000', waybill_label_time: 'PT1S', WAYBILL_: '' });

  expect(lines).toEqual([
    'WAYBILL_GATEWY_PORT: is no setting; WAYBILL_GATEWAY_PORT is the nearest',
    'waybill_label_time: is no setting; WAYBILL_LABEL_TIME is the nearest',
    expect.stringMatching(/^WAYBILL_: is no setting/),
  ]);
});

test('the variables that Kubernetes sets for a Service called waybill-gateway are refused, with the remedy', () => {
  const lines = complaints({
    WAYBILL_GATEWAY_PORT: 'tcp://10.0.0.1:4000',
    WAYBILL_GATEWAY_PORT_4000_TCP_ADDR: '10.0.0.1',
    WAYBILL_GATEWAY_SERVICE_HOST: '10.0.0.1',
  });

  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line).toContain('set enableServiceLinks: false in the pod');
});

test('a namespace is refused without the address of its engine', () => {
  expect(read({ TEMPORAL_NAMESPACE: 'shop' })).toThrow('TEMPORAL_NAMESPACE: must have TEMPORAL_ADDRESS beside it');
  expect(complaints({ TEMPORAL_NAMESPACE: 'shop', TEMPORAL_ADDRESS: 'temporal:7233' })).toEqual([]);
});

test('an empty setting is absent, and values are trimmed', () => {
  const settings = readSettings('gateway', { LOG_LEVEL: '', WAYBILL_GATEWAY_PORT: ' 4001\r', WAYBILL_CHAOS_URL: ' ' });

  expect(settings).toMatchObject({
    LOG_LEVEL: 'info',
    WAYBILL_GATEWAY_PORT: 4001,
    WAYBILL_CHAOS_URL: 'http://127.0.0.1:3001',
  });
});

test('a trailing slash of a URL is removed', () => {
  expect(readSettings('worker', { WAYBILL_CHAOS_URL: 'https://chaos.example/' })).toMatchObject({
    WAYBILL_CHAOS_URL: 'https://chaos.example',
  });
});

test('a process reads its own settings and no others', () => {
  const settings = readSettings('order-book', { WAYBILL_JWT_SECRET: 'x'.repeat(32) });
  const [buildId, ...ofTracing] = ['WAYBILL_WORKER_BUILD_ID', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_TRACES_SAMPLER_ARG'];
  expect(Object.keys(settings).sort()).toEqual(
    ['DATABASE_URL', 'LOG_LEVEL', 'NODE_ENV', 'WAYBILL_ORDER_BOOK_DATA', 'WAYBILL_DRAIN_DELAY', buildId]
      .concat('WAYBILL_ORDER_BOOK_HOST', 'WAYBILL_ORDER_BOOK_PORT', 'WAYBILL_ALLOWED_HOSTS')
      .concat('WAYBILL_SERVICE_TOKEN', 'WAYBILL_SECONDARY_SERVICE_TOKEN')
      .concat('WAYBILL_METRICS_HOST', 'WAYBILL_METRICS_PORT', 'WAYBILL_DATABASE_CONNECTIONS', ...ofTracing)
      .sort(),
  );
});

test('every default can be read', () => {
  const defaults = Object.entries(table).flatMap(([name, row]) => ('default' in row ? [[name, row.default]] : []));

  expect(complaints({ ...Object.fromEntries(defaults), TEMPORAL_ADDRESS: '127.0.0.1:7233' })).toEqual([]);
});
