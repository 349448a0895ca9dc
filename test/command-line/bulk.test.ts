import { GraphQLError } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { currentBundle } from '../../clients/cli/build/bundle.js';
import { aGateway } from '../../clients/typed/test/support/gateway.ts';
import { anOrder } from '../../clients/typed/test/support/order.ts';
import { waybill } from './waybill.ts';

beforeAll(() => currentBundle());

type Answer = () => unknown;

const accepted: Answer = () => ({ order: anOrder() });
const refused: Answer = () => ({ __typename: 'OrderClosed', code: 'ORDER_CLOSED', message: 'No', status: 'SHIPPED' });
const unknown: Answer = () => ({ __typename: 'OrderNotFound', code: 'ORDER_NOT_FOUND', message: 'No' });
const pending: Answer = () => ({
  __typename: 'VerdictPending',
  code: 'VERDICT_PENDING',
  message: 'No',
  commandId: 'c',
});
const failing =
  (code: string): Answer =>
  () => {
    throw new GraphQLError('No', { extensions: { code } });
  };

/** A gateway that gives one answer for each order that is decided, and whatever comes after the last dies with it. */
async function aShopOf(...answers: (Answer | 'dies')[]) {
  const sent: string[] = [];
  const decide = ({ input }: Record<string, unknown>) => {
    sent.push((input as { orderId: string }).orderId);
    const answer = answers[sent.length - 1];
    if (answer === undefined || answer === 'dies') return new Promise(() => gateway.close());
    return answer();
  };
  const named = (payload: string) => async (args: Record<string, unknown>) => ({
    __typename: payload,
    ...((await decide(args)) as object),
  });
  const gateway = await aGateway({
    order: ({ id }) => anOrder({ id: String(id) }),
    approveOrder: named('ApproveOrderPayload'),
    rejectOrder: named('RejectOrderPayload'),
    cancelOrder: named('CancelOrderPayload'),
  });
  return { gateway, sent, env: { WAYBILL_URL: gateway.url(), WAYBILL_TOKEN: 'token-1' } };
}

const verdictsIn = (stdout: string) =>
  (JSON.parse(stdout) as { items: { id: string; verdict: string }[] }).items.map(({ id, verdict }) => [id, verdict]);

test.concurrent.each(['approve', 'reject', 'cancel'])(
  'the verdicts of %s that were reached before the gateway died are printed, and the others as not known',
  async (command) => {
    const { gateway, sent, env } = await aShopOf(accepted, refused, 'dies');
    await using _ = gateway;

    const { exit, stdout, stderr } = await waybill([command, 'ORD-1', 'ORD-2', 'ORD-3', 'ORD-4', '--json'], env);

    expect(verdictsIn(stdout)).toEqual([
      ['ORD-1', 'ACCEPTED'],
      ['ORD-2', 'ORDER_CLOSED'],
      ['ORD-3', 'UNREACHABLE'],
      ['ORD-4', 'NOT_SENT'],
    ]);
    expect([exit, JSON.parse(stderr)]).toMatchObject([8, { error: { code: 'UNREACHABLE' } }]);
    expect(sent).toEqual(['ORD-1', 'ORD-2', 'ORD-3']);
  },
);

test.concurrent('a table says of each order that has no verdict whether it may have been decided', async () => {
  const { gateway, env } = await aShopOf(accepted, failing('INTERNAL'));
  await using _ = gateway;

  const { exit, stdout, stderr } = await waybill(['approve', 'ORD-1', 'ORD-2', 'ORD-3'], env);

  expect(stdout.trim().split('\n')).toEqual([
    'ORD-1\tACCEPTED\tPROCESSING\t',
    'ORD-2\tINTERNAL\t\tNo; whether it took effect is not known',
    'ORD-3\tNOT_SENT\t\tORD-2 failed before it',
  ]);
  expect([exit, stderr]).toEqual([1, 'INTERNAL: No\n']);
});

test.concurrent.each([
  ['all are accepted', [accepted, accepted], 0],
  ['one is refused', [refused, accepted], 5],
  ['one is unknown', [accepted, unknown], 3],
  ['one is pending', [pending, accepted], 7],
  ['one is refused, one unknown and one pending', [unknown, refused, pending], 5],
  ['one is refused and then the right is lost', [refused, failing('FORBIDDEN')], 4],
  ['one is refused and then the engine is away', [refused, failing('SERVICE_UNAVAILABLE')], 8],
] as const)('the exit code of several is that of the worst: %s', async (_, answers, exit) => {
  const { gateway, env } = await aShopOf(...answers);
  await using _gateway = gateway;

  const ended = await waybill(['cancel', ...answers.map((_each, at) => `ORD-${at + 1}`), '--json'], env);

  expect(ended.exit).toBe(exit);
});
