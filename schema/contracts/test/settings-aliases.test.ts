import { expect, test } from 'vitest';
import { readSettings } from '../src/settings/index.ts';

test.each<[alias: string, text: string, name: string, value: unknown]>([
  ['TEMPORAL_HOST', 'temporal:7233', 'TEMPORAL_ADDRESS', 'temporal:7233'],
  ['TEMPORAL_TARGET', 'temporal:7233', 'TEMPORAL_ADDRESS', 'temporal:7233'],
  ['ORDER_TASK_QUEUE', 'order-tq', 'WAYBILL_ORDERS_QUEUE', 'order-tq'],
  ['SHIPPING_TASK_QUEUE', 'shipping-tq', 'WAYBILL_SHIPPING_QUEUE', 'shipping-tq'],
  ['WORKFLOW_RUN_TIMEOUT_SECONDS', '15', 'WAYBILL_ORDER_TIMEOUT', 15_000],
  ['LOG_LEVEL', 'INFO', 'LOG_LEVEL', 'info'],
])('%s=%s has the meaning that it has in other order systems', (alias, text, name, value) => {
  const settings = readSettings('gateway', { [alias]: text });

  expect(settings).toMatchObject({ [name]: value });
});

test('a setting takes precedence over its alias', () => {
  const both = readSettings('gateway', { TEMPORAL_HOST: 'other:7233', TEMPORAL_ADDRESS: 'ours:7233' });

  expect(both.TEMPORAL_ADDRESS).toBe('ours:7233');
});

test('a Python driver in the URL of a database is ignored', () => {
  const { DATABASE_URL } = readSettings('order-book', { DATABASE_URL: 'postgresql+asyncpg://ada@db:5432/shop' });

  expect(DATABASE_URL).toBe('postgresql://ada@db:5432/shop');
});
