import { expect, test } from 'vitest';
import { overridesFrom, overridesOfRun, readSettings, runOverridesFrom } from '../src/settings/index.ts';

const patience = (env: Record<string, string> = {}) => overridesFrom(readSettings('gateway', env));

test('an order with the default retry policies carries none', () => {
  expect(patience()).toEqual({});
});

const retried = [
  ...['ENRICH', 'AUTHORIZE_PAYMENT', 'RESERVE_INVENTORY', 'CAPTURE_PAYMENT', 'PREPARE_PACKAGE'],
  ...['CREATE_LABEL', 'DISPATCH_CARRIER', 'NOTIFY_CUSTOMER'],
];

test.each(retried)('an order carries the retry policy of %s, if a deployment sets one', (step) => {
  const env = {
    [`WAYBILL_${step}_ATTEMPTS`]: '7',
    [`WAYBILL_${step}_TIMEOUT`]: 'PT7M',
    [`WAYBILL_${step}_FIRST_RETRY`]: 'PT0.7S',
  };

  expect(patience(env)).toEqual({ patience: { [step]: { attempts: 7, timeoutMs: 420_000, firstRetryMs: 700 } } });
});

test('an order carries only values that differ from the defaults', () => {
  expect(patience({ WAYBILL_ENRICH_ATTEMPTS: '2', WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT: 'PT1M' })).toEqual({
    patience: { CREATE_LABEL: { heartbeatMs: 60_000 } },
  });
});

test('an order carries its time limit', () => {
  expect(patience({ WAYBILL_ORDER_TIMEOUT: 'PT1H' })).toEqual({ limitMs: 3_600_000 });
});

test('an order carries the limits and the queue that its deployment sets', () => {
  expect(patience({ WAYBILL_LIMIT_ITEMS: '3', WAYBILL_LIMIT_COMMANDS: '500' })).toEqual({ limits: { items: 3 } });
  expect(patience({ WAYBILL_SHIPPING_QUEUE: 'parcels' })).toEqual({ shippingQueue: 'parcels' });
});

test('a label may report less often if its heartbeat time-out is longer', () => {
  const env = { WAYBILL_LABEL_HEARTBEAT: 'PT20S', WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT: 'PT1M' };

  expect(readSettings('worker', env)).toMatchObject({ WAYBILL_LABEL_HEARTBEAT: 20_000 });
});

const ofRuns = (env: Record<string, string> = {}) => runOverridesFrom(readSettings('gateway', env));

test('a run with the default retry policies carries none', () => {
  expect(ofRuns()).toEqual({});
});

test('a run carries the retry policies of its own steps and its limits, if a deployment sets them', () => {
  const limits = { WAYBILL_LIMIT_RUN_COMMANDS: '7', WAYBILL_LIMIT_RUN_HISTORY_EVENTS: '20000' };
  const tried = { WAYBILL_GREET_ATTEMPTS: '7', WAYBILL_CAPTURE_PAYMENT_TIMEOUT: 'PT7M', WAYBILL_WEATHER_ATTEMPTS: '3' };

  const overrides = ofRuns({ ...limits, ...tried });

  expect(overridesOfRun(overrides, 'GREETING')).toEqual({
    patience: { GREET: { attempts: 7 } },
    limits: { commands: 7 },
  });
  expect(overridesOfRun(overrides, 'PAYMENT')).toEqual({
    patience: { CAPTURE_PAYMENT: { timeoutMs: 420_000 } },
    limits: { commands: 7 },
  });
  expect(overridesOfRun(overrides, 'USER_CONTEXT')).toEqual({ limits: { commands: 7 } });
});

test('a run may not be ended before a standing order continues as new', () => {
  expect(() => ofRuns({ WAYBILL_LIMIT_RUN_HISTORY_EVENTS: '1999' })).toThrow('WAYBILL_LIMIT_RUN_HISTORY_EVENTS');
  expect(() => ofRuns({ WAYBILL_LIMIT_RUN_HISTORY_EVENTS: '51200' })).toThrow('from 2000 to 50000');
});
