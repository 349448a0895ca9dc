import { expect, test } from 'vitest';
import { overridesFrom, readSettings } from '../src/settings/index.ts';

const patience = (env: Record<string, string> = {}) => overridesFrom(readSettings('gateway', env));

test('an order that is tried as usual says nothing of it', () => {
  expect(patience()).toEqual({});
});

const retried = [
  ...['ENRICH', 'AUTHORIZE_PAYMENT', 'RESERVE_INVENTORY', 'CAPTURE_PAYMENT', 'PREPARE_PACKAGE'],
  ...['CREATE_LABEL', 'DISPATCH_CARRIER', 'NOTIFY_CUSTOMER'],
];

test.each(retried)('an order carries how %s is tried, where a deployment says so', (step) => {
  const env = {
    [`WAYBILL_${step}_ATTEMPTS`]: '7',
    [`WAYBILL_${step}_TIMEOUT`]: 'PT7M',
    [`WAYBILL_${step}_FIRST_RETRY`]: 'PT0.7S',
  };

  expect(patience(env)).toEqual({ patience: { [step]: { attempts: 7, timeoutMs: 420_000, firstRetryMs: 700 } } });
});

test('an order carries only what departs from the tables', () => {
  expect(patience({ WAYBILL_ENRICH_ATTEMPTS: '2', WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT: 'PT1M' })).toEqual({
    patience: { CREATE_LABEL: { heartbeatMs: 60_000 } },
  });
});

test('an order carries how long all of it may take', () => {
  expect(patience({ WAYBILL_ORDER_TIMEOUT: 'PT1H' })).toEqual({ limitMs: 3_600_000 });
});

test('an order carries the limits and the queue that its deployment departs in', () => {
  expect(patience({ WAYBILL_LIMIT_ITEMS: '3', WAYBILL_LIMIT_COMMANDS: '500' })).toEqual({ limits: { items: 3 } });
  expect(patience({ WAYBILL_SHIPPING_QUEUE: 'parcels' })).toEqual({ shippingQueue: 'parcels' });
});

test('a label may report seldom where it is waited for longer', () => {
  const env = { WAYBILL_LABEL_HEARTBEAT: 'PT20S', WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT: 'PT1M' };

  expect(readSettings('worker', env)).toMatchObject({ WAYBILL_LABEL_HEARTBEAT: 20_000 });
});
