import { expect, test } from 'vitest';
import { type Setting, table } from '../src/settings/index.ts';

/** The limits and durations as they are promised, in milliseconds, bytes or whole numbers. */
const promised: Record<string, number> = {
  OTEL_TRACES_SAMPLER_ARG: 1,
  WAYBILL_DATABASE_CONNECTIONS: 16,
  WAYBILL_DRAIN_DELAY: 0,
  WAYBILL_REQUEST_TIMEOUT: 10_000,
  WAYBILL_VERDICT_TIMEOUT: 5_000,
  WAYBILL_DRAIN_TIMEOUT: 6_000,
  WAYBILL_LIMIT_DEPTH: 10,
  WAYBILL_LIMIT_INTROSPECTION_DEPTH: 15,
  WAYBILL_LIMIT_ALIASES: 15,
  WAYBILL_LIMIT_DIRECTIVES: 10,
  WAYBILL_LIMIT_TOKENS: 1_000,
  WAYBILL_LIMIT_COST: 10_000,
  WAYBILL_LIMIT_COST_PER_SECOND: 10_000,
  WAYBILL_LIMIT_PAGE: 100,
  WAYBILL_LIMIT_ITEMS: 100,
  WAYBILL_LIMIT_BODY_BYTES: 262_144,
  WAYBILL_LIMIT_MESSAGE_BYTES: 65_536,
  WAYBILL_LIMIT_SOCKETS_PER_USER: 50,
  WAYBILL_LIMIT_FEEDS_PER_USER: 250,
  WAYBILL_LIMIT_OPERATIONS_PER_SOCKET: 100,
  WAYBILL_LIMIT_MESSAGES_PER_SECOND: 200,
  WAYBILL_LIMIT_INIT: 3_000,
  WAYBILL_LIMIT_COMMANDS: 500,
  WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF: 100,
  WAYBILL_LIMIT_HISTORY_EVENTS: 20_000,
  WAYBILL_LIMIT_RUN_COMMANDS: 500,
  WAYBILL_LIMIT_RUN_HISTORY_EVENTS: 20_000,
  WAYBILL_LIMIT_LONG_POLLS: 1_000,
  WAYBILL_LABEL_TIME: 20_000,
  WAYBILL_CHAOS_LATENCY: 0,
  WAYBILL_CHAOS_HANG: 30_000,
  WAYBILL_CHAOS_SLOW_FROM: 200,
  WAYBILL_CHAOS_SLOW_TO: 2_000,
  WAYBILL_WORKER_ACTIVITIES: 100,
  WAYBILL_WORKER_WORKFLOW_TASKS: 10,
  WAYBILL_WORKER_GRACE: 1_000,
  WAYBILL_AUDIT_EVERY: 300_000,
  WAYBILL_LABEL_HEARTBEAT: 5_000,
  WAYBILL_ORDER_TIMEOUT: 1_800_000,
  WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT: 12_000,
  ...patience('ENRICH', 2, 5_000, 1_000),
  ...patience('AUTHORIZE_PAYMENT', 3, 30_000, 1_000),
  ...patience('RESERVE_INVENTORY', 2, 10_000, 1_000),
  ...patience('CAPTURE_PAYMENT', 3, 30_000, 1_000),
  ...patience('PREPARE_PACKAGE', 5, 30_000, 2_000),
  ...patience('CREATE_LABEL', 5, 60_000, 2_000),
  ...patience('DISPATCH_CARRIER', 5, 30_000, 2_000),
  ...patience('NOTIFY_CUSTOMER', 3, 10_000, 1_000),
  ...patience('LOCATION', 3, 5_000, 1_000),
  ...patience('WEATHER', 3, 5_000, 1_000),
  ...patience('CAT_FACT', 3, 5_000, 1_000),
  ...patience('GREET', 3, 5_000, 1_000),
  ...patience('PLACE_ORDER', 5, 30_000, 1_000),
};

function patience(step: string, attempts: number, timeoutMs: number, firstRetryMs: number): Record<string, number> {
  const named = `WAYBILL_${step}`;
  return { [`${named}_ATTEMPTS`]: attempts, [`${named}_TIMEOUT`]: timeoutMs, [`${named}_FIRST_RETRY`]: firstRetryMs };
}

const numbers = Object.entries<Setting>(table).flatMap(([name, setting]) => {
  const value = setting.default === undefined ? undefined : setting.is.read(setting.default);
  const isOther = /\bport\b/.test(setting.is.allowed) || setting.by.includes('tests');
  return typeof value === 'number' && !isOther ? [[name, value] as const] : [];
});

test.each(numbers)('%s has its promised default, %i', (name, value) => {
  expect(value).toBe(promised[name]);
});

test('every promised default belongs to a setting', () => {
  expect(numbers.map(([name]) => name).toSorted()).toEqual(Object.keys(promised).toSorted());
});
