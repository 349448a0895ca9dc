import { readFile } from 'node:fs/promises';
import { buildSchema, type GraphQLInputObjectType } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { currentBundle } from '../../clients/cli/build/bundle.js';
import { aGateway, type Gateway } from '../../clients/typed/test/support/gateway.ts';
import { anOrder } from '../../clients/typed/test/support/order.ts';
import { aPage } from '../../clients/typed/test/support/run.ts';
import { waybill } from './waybill.ts';

type Args = Record<string, unknown>;

const schema = buildSchema(await readFile(new URL('../../schema/graphql/schema.graphql', import.meta.url), 'utf8'));
const conditionsOfOrders = Object.keys((schema.getType('OrderFilter') as GraphQLInputObjectType).getFields());
const argumentsOf = (query: string) =>
  schema
    .getQueryType()
    ?.getFields()
    [query]?.args.map(({ name }) => name) ?? [];

let gateway: Gateway;
let asked: Args;
const ask = (args: Args) => {
  asked = args;
  return { ...aPage([]), changesCursor: '0' };
};
beforeAll(async () => {
  await currentBundle();
  gateway = await aGateway({
    orders: ask,
    workflowRuns: ask,
    journal: ask,
    chaosLog: ask,
    ordersChanged: async function* (args) {
      asked = args;
      yield { ordersChanged: { kind: 'MATCHES', cursor: '7', order: anOrder({ status: 'SHIPPED' }) } };
    },
  });
});
beforeEach(() => {
  asked = {};
});
afterAll(() => gateway[Symbol.asyncDispose]());

const call = async (argv: string) => {
  const env = { WAYBILL_URL: gateway.url(), WAYBILL_TOKEN: 'token-1', WAYBILL_STATE_DIR: '/nonexistent' };
  const { exit, stderr } = await waybill(argv.split(' '), env);
  expect([exit, stderr]).toEqual([0, '']);
  return asked;
};
const without = (names: readonly string[], reasons: object) => names.filter((name) => !(name in reasons)).sort();

const onlyForward = { last: 'lists are read from their beginning', before: 'lists are read from their beginning' };
const noUpdates = { updatedFrom: 'every change is an update', updatedTo: 'every change is an update' };

const onlyThese = [
  ...['status=SHIPPED', 'customer=ada', 'sku=MUG-001', 'plan=reserve-first', 'id-prefix=ORD-0', 'health=OK'],
  ...['since=2026-01-01', 'before=2026-02-01', 'min-total=5', 'max-total=9.50', 'currency=EUR', 'attention=false'],
];
const flags = onlyThese.filter((each) => !each.startsWith('attention')).map((each) => `--${each}`);
const updated = '--updated-since 2026-01-01 --updated-before 2h';

test('list has a flag for every condition on orders', async () => {
  const { filter } = await call(`list ${flags.join(' ')} ${updated} --no-attention`);

  expect(Object.keys(filter as object).sort()).toEqual(without(conditionsOfOrders, {}));
  expect(filter).toMatchObject({
    status: ['SHIPPED'],
    plan: 'RESERVE_FIRST',
    minTotal: '5',
    maxTotal: '9.50',
    needsAttention: false,
    createdFrom: '2026-01-01T00:00:00.000Z',
    createdTo: '2026-02-01T00:00:00.000Z',
  });
});

test('watch --filter takes every condition on orders that changes can have', async () => {
  const { filter } = await call(`watch --filter ${onlyThese.join(',')} --until SHIPPED -o jsonl`);

  expect(Object.keys(filter as object).sort()).toEqual(without(conditionsOfOrders, noUpdates));
});

test.each([
  ['orders', 'list --attention --sort OLDEST --after x --limit 5', onlyForward],
  ['workflowRuns', 'run list --kind GREETING --status RUNNING --by ada --user bob --after x', {}],
  ['journal', 'journal --type ORDER_CLOSED --actor ada --order ORD-1 --from 2h --to 1h --after x', {}],
  ['chaosLog', 'chaos log --order ORD-1 --operation payment.capture --after x', {}],
])('a flag of the command line says each argument of %s', async (query, argv, reasons) => {
  const args = await call(argv);

  expect(Object.keys(args).sort()).toEqual(without(argumentsOf(query), reasons));
});
