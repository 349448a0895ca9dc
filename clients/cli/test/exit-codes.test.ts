import { afterAll, beforeAll, expect, test } from 'vitest';
import { aGateway, type Gateway } from '../../typed/test/support/gateway.ts';
import { anOrder } from '../../typed/test/support/order.ts';
import { currentBundle } from '../build/bundle.js';
import { waybill } from './waybill.ts';

const shipped = anOrder({ status: 'SHIPPED', revision: 9, closedAt: '2026-01-01T00:00:09.000Z' });
const failed = anOrder({ ...shipped, status: 'FAILED', failure: { code: 'PAYMENT_DECLINED', message: 'No funds' } });
const refusal = (__typename: string, code: string, more = {}) => ({ __typename, code, message: 'No', ...more });
const field = { path: ['items'], message: 'must not be empty' };

/** What an order is depends on its id. */
const orders: Record<string, object | null> = { 'ORD-1': shipped, 'ORD-F': failed, 'ORD-NONE': null };
const orderOf = ({ id }: Record<string, unknown>) => orders[String(id)];

let gateway: Gateway;
beforeAll(async () => {
  await currentBundle();
  gateway = await aGateway({
    order: orderOf,
    orderChanged: async function* (args) {
      yield { orderChanged: orderOf(args) };
      if (args.id === 'ORD-SLOW') await new Promise(() => undefined);
    },
    viewer: () => ({ id: 'ada', role: 'CUSTOMER', actions: [] }),
    placeOrder: ({ input }) =>
      (input as { customerId: string }).customerId === 'nobody'
        ? refusal('InvalidInput', 'INVALID_INPUT', { fields: [field] })
        : { __typename: 'PlaceOrderPayload', order: anOrder() },
  });
  orders['ORD-SLOW'] = anOrder({ status: 'PROCESSING' });
});
afterAll(() => gateway[Symbol.asyncDispose]());

type Row = { argv: string; exit: number; prints?: object; says?: object; stdin?: string };

const order = { id: 'ORD-1', status: 'SHIPPED' };

test.concurrent.each<Row>([
  { argv: 'place --sku MUG-001:2 -o json', exit: 0, prints: { id: 'ORD-1', status: 'PROCESSING' } },
  { argv: 'place --sku MUG-001 --customer nobody -o json', exit: 5, says: { code: 'INVALID_INPUT', fields: [field] } },
  { argv: 'place --sku MUG:x:y:z -o json', exit: 2, says: { code: 'USAGE' } },
  { argv: 'place -o json', exit: 2, says: { code: 'USAGE' } },
  {
    argv: 'place --file - -o json',
    stdin: '{"items":[\n{]}',
    exit: 2,
    says: { message: expect.stringContaining('line 2') },
  },
  {
    argv: 'place --file - -o json',
    stdin: '{"items":[{"sku":"MUG-001","quantity":1,"colour":"red"}]}',
    exit: 2,
    says: { fields: [{ path: ['items', '0', 'colour'], message: expect.stringContaining('sku, quantity, price') }] },
  },
  { argv: 'status ORD-1 -o json', exit: 0, prints: order },
  { argv: 'status ORD-1 -o json --fields status', exit: 0, prints: { status: 'SHIPPED' } },
  { argv: 'status ORD-NONE --json', exit: 3, says: { code: 'ORDER_NOT_FOUND', retryable: false } },
  { argv: 'status --json', exit: 2, says: { code: 'USAGE' } },
  { argv: 'stauts ORD-1 --json', exit: 2, says: { message: expect.stringContaining('Did you mean status?') } },
  { argv: 'status ORD-1 --filds id --json', exit: 2, says: { message: expect.stringContaining('--fields') } },
  { argv: 'wait ORD-1 --json', exit: 0, prints: order },
  { argv: 'wait ORD-F --json', exit: 6, says: { code: 'ENDED_OTHERWISE' } },
  { argv: 'wait ORD-SLOW --timeout 200ms --json', exit: 7, says: { code: 'TIMED_OUT', retryable: true } },
  { argv: 'wait ORD-1 --for LOST --json', exit: 2, says: { message: expect.stringContaining('SHIPPED') } },
  { argv: 'watch ORD-F --json', exit: 0, prints: { id: 'ORD-1', status: 'FAILED' } },
  { argv: 'watch ORD-F --until SHIPPED --json', exit: 6, says: { code: 'ENDED_OTHERWISE' } },
  { argv: 'watch ORD-1 -o jsonl', exit: 0, prints: { type: 'order', revision: 9, order } },
])('waybill $argv ends with $exit', async ({ argv, stdin, exit, prints, says }) => {
  const ended = await waybill(argv.split(' '), { WAYBILL_URL: gateway.url(), WAYBILL_TOKEN: 'token-1' }, stdin);

  expect({ exit: ended.exit, stderr: prints ? '' : ended.stderr }).toEqual({
    exit,
    stderr: prints ? '' : ended.stderr,
  });
  if (prints) expect(JSON.parse(ended.stdout)).toMatchObject(prints);
  else expect([ended.stdout, JSON.parse(ended.stderr)]).toMatchObject(['', { error: says }]);
});

test.concurrent.each([
  { what: 'a token that is refused', env: { WAYBILL_TOKEN: 'stolen' }, exit: 4, code: 'UNAUTHENTICATED' },
  {
    what: 'a token for another origin',
    env: { WAYBILL_TOKEN: 'token-1', at: 'http://localhost:9/graphql' },
    exit: 4,
    code: 'TOKEN_IS_FOR_ANOTHER_ORIGIN',
  },
  {
    what: 'a token over an open network',
    env: { WAYBILL_TOKEN: 'token-1', WAYBILL_URL: 'http://shop.example/graphql' },
    exit: 4,
    code: 'NOT_ENCRYPTED',
  },
  { what: 'no token', env: { WAYBILL_URL: 'https://shop.example/graphql' }, exit: 4, code: 'UNAUTHENTICATED' },
  {
    what: 'nobody there',
    env: { WAYBILL_TOKEN: 'token-1', WAYBILL_URL: 'http://127.0.0.1:9/graphql' },
    exit: 8,
    code: 'UNREACHABLE',
  },
])('$what ends with $exit', async ({ env: { at, ...env }, exit, code }) => {
  const argv = ['status', 'ORD-1', '--json', ...(at ? ['--url', at] : [])];

  const ended = await waybill(argv, { WAYBILL_URL: gateway.url(), ...env });

  expect([ended.exit, ended.stdout, JSON.parse(ended.stderr)]).toMatchObject([exit, '', { error: { code } }]);
});
