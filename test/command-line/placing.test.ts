import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentBundle } from '../../clients/cli/build/bundle.js';
import { aGateway, type Gateway } from '../../clients/typed/test/support/gateway.ts';
import { anOrder } from '../../clients/typed/test/support/order.ts';
import { waybill } from './waybill.ts';

type Input = Record<string, unknown>;

let gateway: Gateway;
let placed: Input | undefined;
beforeAll(async () => {
  await currentBundle();
  gateway = await aGateway({
    viewer: () => ({ id: 'ada', role: 'CUSTOMER', actions: [] }),
    placeOrder: ({ input }) => {
      placed = input as Input;
      return placed.customerEmail === 'ada' ? refused(['customerEmail'], 'must be an e-mail address') : done;
    },
    startStandingOrder: ({ input }) => {
      const { every, order } = input as { every: string; order: Input };
      placed = order;
      return every === 'PT10S'
        ? refused(['every'], tooShort)
        : refused(['order', 'shippingAddress', 'zip'], 'is wrong');
    },
  });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const done = { __typename: 'PlaceOrderPayload', order: anOrder(), placed: true };
const tooShort = 'must be an ISO 8601 duration of PT1M to P365D, in weeks, days, hours, minutes and seconds';
const refused = (path: string[], message: string) => ({
  __typename: 'InvalidInput',
  code: 'INVALID_INPUT',
  message: `${path.join('.')} ${message}`,
  fields: [{ path, message }],
});

const call = (argv: string, stdin = '') => {
  placed = undefined;
  const env = { WAYBILL_URL: gateway.url(), WAYBILL_TOKEN: 'token-1', WAYBILL_STATE_DIR: '/nonexistent' };
  return waybill(argv.split(' '), env, stdin);
};

const home = '--street Main-1 --city Berlin --zip 10115 --country DE';
const berlin = { street: 'Main-1', city: 'Berlin', zip: '10115', country: 'DE' };
const file = JSON.stringify({
  items: [{ sku: 'MUG-001', quantity: 1 }],
  shippingAddress: { ...berlin, state: 'BE' },
  customerEmail: 'file@example.com',
});

test('an order goes to the address and tells the e-mail address of its options', async () => {
  const { stderr } = await call(`place --sku MUG-001 ${home} --email ada@example.com`);

  expect(stderr).toBe('');
  expect(placed).toMatchObject({ customerId: 'ada', customerEmail: 'ada@example.com', shippingAddress: berlin });
});

test('an order to an own address says that it tells a sample e-mail address', async () => {
  const { stderr } = await call(`place --sku MUG-001 ${home}`);

  expect(stderr).toContain('sample@example.com');
});

test('options override the fields of the file', async () => {
  await call('place --file - --city Potsdam --email ada@example.com', file);

  expect(placed).toMatchObject({
    customerEmail: 'ada@example.com',
    shippingAddress: { ...berlin, state: 'BE', city: 'Potsdam' },
  });
});

test('a part of an address is refused with the options that are missing, before anything is asked', async () => {
  const { exit, stderr } = await call('place --sku MUG-001 --city Berlin --zip 10115');

  expect([exit, placed]).toEqual([2, undefined]);
  expect(stderr).toContain('--street and --country are missing');
});

test('what the shop refuses is said by the option that gave it', async () => {
  const mail = await call('place --sku MUG-001 --email ada');
  const zip = await call(`run standing --every 7d --sku MUG-001 ${home}`);
  const inFile = await call('place --file -', file.replace('file@example.com', 'ada'));

  expect([mail, zip, inFile].map(({ exit, stderr }) => [exit, stderr.split('\n').at(-2)])).toEqual([
    [5, 'INVALID_INPUT: --email must be an e-mail address'],
    [5, 'INVALID_INPUT: --zip is wrong'],
    [5, 'INVALID_INPUT: customerEmail must be an e-mail address'],
  ]);
});

test('a period that is too short is refused in the words of a person', async () => {
  const { exit, stderr } = await call('run standing --every 10s --sku MUG-001');

  expect(exit).toBe(5);
  expect(stderr).toMatch(/INVALID_INPUT: --every must be at least 1 minute and at most 365 days\n$/);
});
