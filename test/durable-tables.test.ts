import { readSettings } from '@waybill/contracts/settings';
import { describe, expect, test } from 'vitest';
import { partsFrom as providersFrom } from '../services/chaos/src/from-settings.ts';
import { partsFrom as orderBookFrom } from '../services/order-book/src/from-settings.ts';

const production = { NODE_ENV: 'production', WAYBILL_SERVICE_TOKEN: 'a-token-that-services-bring-each-other' };
const server = { DATABASE_URL: 'postgres://waybill@localhost/waybill' };

describe.each([
  ['the order book', (env: object) => orderBookFrom(readSettings('order-book', { ...env })), 'WAYBILL_ORDER_BOOK_DATA'],
  ['the chaos service', (env: object) => providersFrom(readSettings('chaos', { ...env })), 'WAYBILL_CHAOS_DATA'],
] as const)('%s', (_, partsFrom, folder) => {
  test('does not start in production if it would keep its tables in memory', () => {
    expect(() => partsFrom(production)).toThrow(`DATABASE_URL: it or ${folder} is required in production`);
  });

  test.each([
    ['with a server in production', { ...production, ...server }],
    ['with a folder in production', { ...production, [folder]: '/data' }],
    ['with neither in development', {}],
  ])('starts %s', (_, env) => {
    expect(() => partsFrom(env)).not.toThrow();
  });
});
