import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentBundle } from '../../clients/cli/build/bundle.js';
import type { Gateway } from '../../clients/typed/test/support/gateway.ts';
import { aFakeGateway } from './fake-gateway.ts';
import { waybill } from './waybill.ts';

let gateway: Gateway;
beforeAll(async () => {
  await currentBundle();
  gateway = await aFakeGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

test.concurrent.each([
  ['status ORD-1', ['ORD-1  SHIPPED             10 %']],
  ['run list -q', ['RUN-1']],
  ['run watch RUN-1', ['RUN-1  GREETING  COMPLETED  0 %  Hello, Ada!']],
  [
    'chaos reset',
    ['CALM, seed monday', '  payment.capture          success 100 %', '  customer.recommendations success 100 %'],
  ],
])('waybill %s prints lines', async (words, lines) => {
  const { stdout } = await waybill(words.split(' '), { WAYBILL_URL: gateway.url(), WAYBILL_TOKEN: 'token-1' });

  expect(stdout.trimEnd().split('\n')).toEqual(lines);
});
