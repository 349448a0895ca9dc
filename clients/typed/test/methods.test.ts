import type { Waybill } from '@waybill/client';
import { expect, test } from 'vitest';
import { aCall } from './support/chaos-call.ts';
import { aGateway } from './support/gateway.ts';
import { anOrder } from './support/order.ts';
import { aPage, aRun } from './support/run.ts';
import { all } from './support/stream.ts';

const options = { commandId: 'c-1', timeout: 5_000 };
const start = { every: 'P7D', order: { customerId: 'ada' } } as never;

/** A method, the field that it uses, and the input that the gateway receives. */
const commands: [field: string, call: (client: Waybill) => Promise<unknown>, input: object | undefined][] = [
  ['retryOrderNow', (c) => c.orders.retryNow('ORD-1', options), { orderId: 'ORD-1', commandId: 'c-1' }],
  [
    'giveUpOrderStep',
    (c) => c.orders.giveUpStep('ORD-1', 'CREATE_LABEL', 'Broken', options),
    { orderId: 'ORD-1', commandId: 'c-1', step: 'CREATE_LABEL', reason: 'Broken' },
  ],
  [
    'settleCompensation',
    (c) => c.orders.settleCompensation('ORD-1', 'CAPTURE_PAYMENT', 'By bank', options),
    { orderId: 'ORD-1', commandId: 'c-1', undoes: 'CAPTURE_PAYMENT', note: 'By bank' },
  ],
  [
    'cancelWorkflow',
    (c) => c.orders.cancelWorkflow('ORD-1', 'Lost', options),
    { id: 'ORD-1', commandId: 'c-1', reason: 'Lost' },
  ],
  ['cancelWorkflow', (c) => c.runs.cancel('RUN-1', 'Enough'), { id: 'RUN-1', reason: 'Enough' }],
  [
    'refundPayment',
    (c) => c.runs.refund('RUN-1', 'Broken', { ...options, amount: '5.00' }),
    { id: 'RUN-1', commandId: 'c-1', reason: 'Broken', amount: '5.00' },
  ],
  ['startUserContext', (c) => c.runs.startUserContext(), { strategy: 'PARALLEL' }],
  ['greet', (c) => c.runs.greet({ name: 'Ada' }), { name: 'Ada' }],
  ['resetChaos', (c) => c.chaos.reset(), undefined],
  ...(['pause', 'resume', 'skip', 'stop'] as const).map((verb): (typeof commands)[number] => [
    `${verb}StandingOrder`,
    (c) => c.standingOrders[verb]('STO-1', { ...options, note: 'Holidays' }),
    { id: 'STO-1', commandId: 'c-1', note: 'Holidays' },
  ]),
];

test.each(commands)('%s arrives with its input, and its refusal is returned', async (field, call, input) => {
  const refusal = { __typename: 'InvalidInput', code: 'INVALID_INPUT', message: 'No', fields: [] };
  const said: unknown[] = [];
  await using gateway = await aGateway({
    [field]: (args) => {
      said.push(args.input && { ...(args.input as object) });
      return refusal;
    },
  });

  const result = await call(gateway.connect());

  expect(result).toEqual(refusal);
  expect(said).toEqual([input]);
});

test('a start with a missing field is refused with the name of the field', async () => {
  await using gateway = await aGateway({});

  await expect(gateway.connect().standingOrders.start(start)).rejects.toMatchObject({ name: 'Refused' });
});

test('lists are read page by page, each with the filter', async () => {
  const requests: object[] = [];
  const inTwoPages = (node: object) => (args: Record<string, unknown>) => {
    requests.push(args);
    return { ...aPage([node], args.after ? undefined : 'next'), changesCursor: '0' };
  };
  await using gateway = await aGateway({
    journal: inTwoPages({ orderId: 'ORD-1', event: anEvent }),
    chaosLog: inTwoPages(aCall),
    workflowRuns: inTwoPages(aRun()),
    order: () => anOrder({ timeline: inTwoPages(anEvent) }),
  });
  const client = gateway.connect();

  const pages = [
    await all(client.journal.list({ actor: 'bob' }, { pageSize: 5 })),
    await all(client.chaos.log({ operation: 'payment.capture' })),
    await all(client.runs.list({ kind: ['PAYMENT'] })),
    await all(client.orders.timeline('ORD-1')),
  ];

  expect(pages.map((each) => each.map(({ nodes }) => nodes.length))).toEqual(Array(4).fill([1, 1]));
  expect(requests).toMatchObject([
    ...[
      { actor: 'bob', first: 5 },
      { actor: 'bob', first: 5, after: 'next' },
    ],
    ...[{ operation: 'payment.capture' }, { operation: 'payment.capture', after: 'next' }],
    ...[{ kind: ['PAYMENT'] }, { kind: ['PAYMENT'], after: 'next' }, {}, { after: 'next' }],
  ]);
});

test('counts arrive at once and after each change, and the log of calls begins at its current position', async () => {
  const after: unknown[] = [];
  const counts = (total: number) => ({ total, byStatus: [], needingAttention: 0, stuck: 0 });
  await using gateway = await aGateway({
    orderCounts: () => counts(1),
    orderCountsChanged: async function* () {
      yield { orderCountsChanged: counts(2) };
    },
    chaosLog: () => ({ nodes: [], pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: '41' } }),
    chaosLogged: async function* (args) {
      after.push(args.after);
      yield { chaosLogged: aCall };
    },
  });
  const client = gateway.connect();

  const seen = [await client.orders.counts({ customerId: 'ada' }), ...(await all(client.orders.watchCounts()))];
  const calls = await all(client.chaos.watchLog({ orderId: 'ORD-1' }));

  expect(seen.map(({ total }) => total)).toEqual([1, 2]);
  expect(calls).toMatchObject([{ operation: 'payment.capture' }]);
  expect(after).toEqual(['41']);
});

test('queries about the whole shop return the viewer, the health of services, and what is known about a user', async () => {
  const requests: unknown[] = [];
  await using gateway = await aGateway({
    viewer: () => ({ id: 'ada', role: 'OPERATOR', actions: ['OPERATE'] }),
    services: () => [{ name: 'chaos', ok: true, since: '2026-01-01T00:00:00.000Z' }],
    audit: () => null,
    userContext: (args) => {
      requests.push(args);
      return { userId: 'bob', problems: [] };
    },
  });
  const client = gateway.connect();

  expect((await client.viewer()).actions).toEqual(['OPERATE']);
  expect(await client.services()).toMatchObject([{ name: 'chaos' }]);
  expect(await client.audit()).toBeUndefined();
  expect((await client.userContext({ userId: 'bob', strategy: 'REACTIVE' })).userId).toBe('bob');
  expect(requests).toEqual([{ userId: 'bob', strategy: 'REACTIVE' }]);
});

const anEvent = { cursor: '1', seq: 1, type: 'ORDER_RECEIVED', at: '2026-01-01T00:00:00.000Z' };
