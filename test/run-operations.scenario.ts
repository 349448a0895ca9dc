import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Driver } from '../services/gateway/test/support/driver.ts';
import { aToken } from '../services/gateway/test/support/tokens.ts';
import { followed, startedBy } from './support/runs.ts';
import { openSystem, type System } from './support/system.ts';

let system: System;
let gateway: Driver;
let customer: Driver;
beforeAll(async () => {
  system = await openSystem(inject('temporalAddress'));
  gateway = await system.gateway();
  customer = gateway.as(await aToken({ sub: 'CUST-1', role: 'customer' }));
});
afterAll(() => system.close());

const home = 'shippingAddress: { street: "1 Main St", city: "Springfield", state: "IL", zip: "62701", country: "US" }';
const template = `order: { customerId: "CUST-1", customerEmail: "ada@example.com", items: [{ sku: "BOOK-001", quantity: 2 }], ${home} }`;

test('a greeting is started, followed to its end, and found by its id, as a node and in the list', async () => {
  const { id } = await startedBy(gateway, 'greet(input: { runId: "RUN-hello", name: "Ada" })');

  const seen = await followed(gateway, id, '... on GreetingRun { greeting }');
  const found = await gateway.told(`{
    workflowRun(id: "${id}") { __typename status progress timeline(first: 1) { nodes { seq type } } links { temporalUi } }
    node(id: "${id}") { __typename id }
    workflowRuns(kind: [GREETING]) { nodes { id } }
  }`);

  expect(seen.at(-1)).toMatchObject({ status: 'COMPLETED', greeting: 'Hello, Ada!' });
  expect(found).toMatchObject({
    workflowRun: {
      __typename: 'GreetingRun',
      status: 'COMPLETED',
      progress: 100,
      timeline: { nodes: [{ seq: 1, type: 'RUN_STARTED' }] },
    },
    node: { __typename: 'GreetingRun', id: 'RUN-hello' },
    workflowRuns: { nodes: expect.arrayContaining([{ id: 'RUN-hello' }]) },
  });
});

test('the same start again is the same run, and another content under its id is a conflict', async () => {
  const greet = (name: string) =>
    gateway.told(
      `mutation { greet(input: { runId: "RUN-twice", name: "${name}" }) { __typename ... on GreetPayload { run { id } } ... on RunConflict { code runId } } }`,
    );

  const first = await greet('Ada');
  const again = await greet('Ada');
  const other = await greet('Bob');

  expect([first, again]).toEqual(Array(2).fill({ greet: { __typename: 'GreetPayload', run: { id: 'RUN-twice' } } }));
  expect(other).toEqual({ greet: { __typename: 'RunConflict', code: 'IDEMPOTENCY_CONFLICT', runId: 'RUN-twice' } });
});

test("a customer sees its own runs, and another customer's neither by id, nor in lists, nor live", async () => {
  const { id } = await startedBy(customer, 'startUserContext(input: { strategy: SEQUENTIAL })');
  const stranger = gateway.as(await aToken({ sub: 'CUST-2', role: 'customer' }));

  const own = await followed(customer, id, 'kind');
  const foreign = await followed(stranger, id, 'kind');
  const query = `{ node(id: "${id}") { id } workflowRun(id: "${id}") { id } workflowRuns { nodes { id } } }`;

  expect(own.at(-1)).toMatchObject({ status: 'COMPLETED', kind: 'USER_CONTEXT' });
  expect(foreign).toEqual([{ error: 'RUN_NOT_FOUND' }]);
  expect(await customer.told(query)).toEqual({ node: { id }, workflowRun: { id }, workflowRuns: { nodes: [{ id }] } });
  expect(await stranger.told(query)).toEqual({ node: null, workflowRun: null, workflowRuns: { nodes: [] } });
});

test('a payment is captured for its customer, and its run shows the amount', async () => {
  const { id } = await startedBy(
    customer,
    'startPayment(input: { orderId: "SHOP-9", customerId: "CUST-1", amount: "20.00" })',
  );

  const seen = await followed(customer, id, '... on PaymentRun { refundable { amount } payment { status } }');

  expect(seen.at(-1)).toMatchObject({
    status: 'COMPLETED',
    refundable: { amount: '20.00' },
    payment: { status: 'CAPTURED' },
  });
});

test('a standing order places orders, is paused, resumed and stopped, and lists its orders', async () => {
  const { id } = await startedBy(
    customer,
    `startStandingOrder(input: { runId: "STO-weekly", every: "P7D", ${template} })`,
  );
  const tell = async (command: string) => {
    const answer = await customer.told<Record<string, { __typename: string }>>(
      `mutation { ${command}StandingOrder(input: { id: "${id}" }) { __typename } }`,
    );
    return answer[`${command}StandingOrder`]?.__typename;
  };
  for await (const { data } of gateway.follow(
    `subscription { workflowRunChanged(id: "${id}") { ... on StandingOrder { placed } } }`,
  ))
    if ((data?.workflowRunChanged as { placed: number } | undefined)?.placed === 1) break;

  const verdicts: (string | undefined)[] = [];
  for (const command of ['pause', 'pause', 'resume', 'skip', 'skip', 'stop', 'stop'])
    verdicts.push(await tell(command));
  const { workflowRun } = await customer.told<{ workflowRun: object }>(`{ workflowRun(id: "${id}") {
    status availableActions
    ... on StandingOrder { placed nextAt lastPlacements { number outcome orderId order { id placed: customerId } } template { items { sku price { amount } } } }
  } }`);

  const done = 'StandingOrderCommandPayload';
  expect(verdicts).toEqual([done, 'NothingToDo', done, done, 'NothingToDo', done, 'RunClosed']);
  expect(workflowRun).toEqual({
    status: 'COMPLETED',
    availableActions: [],
    placed: 1,
    nextAt: null,
    lastPlacements: [
      { number: 1, outcome: 'PLACED', orderId: 'ORD-weekly-1', order: { id: 'ORD-weekly-1', placed: 'CUST-1' } },
    ],
    template: { items: [{ sku: 'BOOK-001', price: null }] },
  });
});
