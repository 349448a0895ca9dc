import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentBundle } from '../../clients/cli/build/bundle.js';
import { commands } from '../../clients/cli/src/command-table/commands.ts';
import { aGateway, type Gateway } from '../../clients/typed/test/support/gateway.ts';
import { waybill } from './waybill.ts';

let gateway: Gateway;
beforeAll(async () => {
  await currentBundle();
  gateway = await anEmptyGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** They make what has the id, or pin faults for it. */
const makers = ['place', 'start-workflow', 'chaos pin'];
const takingIds = commands.filter(({ name, args = '' }) => /\b(ids?|order)\b/.test(args) && !makers.includes(name));
const ofOrders = takingIds.filter(({ name }) => !name.startsWith('run ') && name !== 'ui');
const ofRuns = takingIds.filter(({ name }) => name.startsWith('run ') && name !== 'run cancel');

/** What a command must be given besides an id. */
const more: Readonly<Record<string, string>> = {
  address: '--city London',
  'add-item': 'BOOK-001:1',
  'give-up': 'CREATE_LABEL --reason x',
  settle: 'CREATE_LABEL --note x',
  'run refund': '--reason x',
};

const calls = (rows: typeof commands) => rows.map(({ name }) => ({ name, rest: (more[name] ?? '').split(' ') }));

test.concurrent.each(calls(ofOrders))('waybill $name with the id of a run names the command for runs', async (each) => {
  const { exit, error } = await called(each, 'RUN-1');

  expect([exit, error]).toMatchObject([3, { code: 'ORDER_NOT_FOUND', retryable: false }]);
  expect(commandIn(error.message, 'RUN-1 is a run: use `waybill ')).toMatch(/^run /);
});

test.concurrent.each(calls(ofRuns))(
  'waybill $name with the id of an order names the command for orders',
  async (each) => {
    const { exit, error } = await called(each, 'ORD-1');

    expect([exit, error]).toMatchObject([3, { code: 'RUN_NOT_FOUND', retryable: false }]);
    expect(commandIn(error.message, 'ORD-1 is an order: use `waybill ')).not.toMatch(/^run /);
  },
);

test('a run is named among several orders, and where an option takes an order', async () => {
  const several = await waybill(['cancel', 'RUN-1', 'ORD-2', '--json'], env());
  const byOption = await waybill(['journal', '--order', 'STO-1', '--json'], env());

  expect(JSON.parse(several.stdout).items).toMatchObject([
    { id: 'RUN-1', message: expect.stringContaining('`waybill run cancel RUN-1`') },
    { id: 'ORD-2', message: 'No' },
  ]);
  expect([byOption.exit, byOption.stderr]).toEqual([2, expect.stringContaining('`waybill run history STO-1`')]);
});

async function called({ name, rest }: { name: string; rest: string[] }, id: string) {
  const argv = [...name.split(' '), id, ...rest.filter(Boolean), '--json'];
  const { exit, stderr } = await waybill(argv, env());
  return { exit, error: JSON.parse(stderr).error as { code: string; message: string } };
}

const env = () => ({ WAYBILL_URL: gateway.url(), WAYBILL_TOKEN: 'token-1' });

/** The command that the message names, if there is one of that name. */
function commandIn(message: string, before: string): string | undefined {
  const named = message.startsWith(before) ? message.slice(before.length) : '';
  return commands.find(({ name }) => named.startsWith(`${name} `))?.name;
}

/** A gateway without any order or run. */
function anEmptyGateway() {
  const missing = (kind: 'Order' | 'Run') => ({
    __typename: `${kind}NotFound`,
    code: `${kind.toUpperCase()}_NOT_FOUND`,
    message: 'No',
  });
  const noOrder = ['approve', 'reject', 'cancel'].map((verb) => `${verb}Order`);
  const onOrders = [...noOrder, 'updateShippingAddress', 'addOrderItem', 'retryOrderNow', 'giveUpOrderStep'];
  const onStandingOrders = ['pause', 'resume', 'skip', 'stop'].map((verb) => `${verb}StandingOrder`);
  const answering = (names: string[], kind: 'Order' | 'Run') =>
    Object.fromEntries(names.map((name) => [name, () => missing(kind)]));
  const refused = (code: string) => () => {
    throw new GraphQLError('No', { extensions: { code } });
  };
  return aGateway({
    order: () => null,
    workflowRun: () => null,
    ...answering([...onOrders, 'settleCompensation'], 'Order'),
    ...answering([...onStandingOrders, 'refundPayment'], 'Run'),
    orderChanged: refused('ORDER_NOT_FOUND'),
    orderEvents: refused('ORDER_NOT_FOUND'),
    workflowRunChanged: refused('RUN_NOT_FOUND'),
  });
}
