import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Driver } from '../services/gateway/test/support/driver.ts';
import { followed, startedBy } from './support/runs.ts';
import { type Shopper, shopperAt, undone, waits } from './support/shopper.ts';
import { openSystem, type System } from './support/system.ts';

/** Only an operator triggers a second attempt. */
const never = { attempts: 5, firstRetryMs: 600_000 };

let system: System;
let gateway: Driver;
let shopper: Shopper;
beforeAll(async () => {
  system = await openSystem(inject('temporalAddress'));
  const runOverrides = { patience: { LOCATION: never } };
  gateway = await system.gateway({ patience: { CAPTURE_PAYMENT: never } }, { runOverrides });
  shopper = shopperAt(gateway, system.audit);
});
afterAll(() => system.close());

const failing = Array(100).fill('server_error');

test('a failed step is retried immediately by an operator, and the order ships', async () => {
  await shopper.pin('RETRIED-NOW', 'payment.capture', ['server_error']);
  await shopper.place('RETRIED-NOW');
  await untilOffered('RETRIED-NOW', 'RETRY_NOW');

  const verdict = await shopper.tell('retryOrderNow', 'RETRIED-NOW');

  expect(verdict).toBe('RetryOrderNowPayload');
  expect(await shopper.end('RETRIED-NOW')).toMatchObject({ status: 'SHIPPED' });
  expect(await shopper.tell('retryOrderNow', 'RETRIED-NOW')).toBe('OrderClosed');
});

test('a step that an operator gives up is compensated, and its order fails as given up', async () => {
  await shopper.pin('GIVEN-UP', 'payment.capture', failing);
  await shopper.place('GIVEN-UP');
  await untilOffered('GIVEN-UP', 'GIVE_UP_STEP');

  const verdict = await shopper.tell(
    'giveUpOrderStep',
    'GIVEN-UP',
    'step: CAPTURE_PAYMENT, reason: "The bank is away"',
  );

  expect(verdict).toBe('GiveUpOrderStepPayload');
  expect(await shopper.end('GIVEN-UP')).toMatchObject({ status: 'FAILED', failure: { code: 'STEP_GIVEN_UP' } });
  expect(await shopper.effects('GIVEN-UP')).toEqual(expect.arrayContaining(['STOCK RETURNED', 'PAYMENT RELEASED']));
  expect((await system.audit.whole()).violations).toEqual([]);
});

test('a compensation that was done elsewhere is declared done, and its order ends', async () => {
  await shopper.pin('SETTLED', 'payment.capture', failing);
  await shopper.pin('SETTLED', 'inventory.release', failing);
  await shopper.place('SETTLED');
  await untilOffered('SETTLED', 'GIVE_UP_STEP');
  await shopper.tell('giveUpOrderStep', 'SETTLED', 'step: CAPTURE_PAYMENT, reason: "The bank is away"');
  await untilOffered('SETTLED', 'SETTLE_COMPENSATION');

  const verdict = await shopper.tell('settleCompensation', 'SETTLED', 'undoes: RESERVE_INVENTORY, note: "By hand"');

  expect(verdict).toBe('SettleCompensationPayload');
  expect(undone(await shopper.end('SETTLED'))).toContain('RELEASE_INVENTORY COMPLETED');
  const { order } = await gateway.told<{ order: unknown }>(
    '{ order(id: "SETTLED") { status timeline(last: 20) { nodes { type step actor } } } }',
  );
  expect(order).toMatchObject({
    status: 'FAILED',
    timeline: {
      nodes: expect.arrayContaining([{ type: 'COMPENSATION_SETTLED', step: 'RESERVE_INVENTORY', actor: 'otto' }]),
    },
  });
});

test('an operator cancels an order with cancelWorkflow', async () => {
  await shopper.place('CANCELLED', 'requiresApproval: true');
  await shopper.until('CANCELLED', waits);

  expect(await cancelWorkflow('CANCELLED')).toBe('CancelWorkflowPayload');
  expect(await shopper.end('CANCELLED')).toMatchObject({ status: 'CANCELLED' });
  expect(await shopper.effects('CANCELLED')).toContain('PAYMENT RELEASED');
});

const home = 'shippingAddress: { street: "1 Main St", city: "Springfield", state: "IL", zip: "62701", country: "US" }';
const template = `order: { customerId: "CUST-1", customerEmail: "ada@example.com", items: [{ sku: "BOOK-001", quantity: 1 }], ${home} }`;

test('a payment is cancelled while that is possible, and its money is returned', async () => {
  const fields = 'orderId: "S-1", customerId: "CUST-1", amount: "9.00", cancellableFor: "PT10M"';
  await startedBy(gateway, `startPayment(input: { runId: "RUN-paying", ${fields} })`);
  await untilStep('RUN-paying', { name: 'CAPTURE_PAYMENT', status: 'COMPLETED' });

  expect(await cancelWorkflow('RUN-paying')).toBe('CancelWorkflowPayload');
  expect((await followed(gateway, 'RUN-paying', 'kind')).at(-1)).toMatchObject({ status: 'CANCELLED' });
  expect(await shopper.effects('RUN-paying')).toContain('PAYMENT REFUNDED');
});

test.each([
  ['startUserContext', 'RUN-gathering', 'userId: "CUST-1"', { name: 'LOCATION', status: 'RUNNING' }],
  [
    'startStandingOrder',
    'STO-standing',
    `every: "P7D", firstAt: "2099-01-01T00:00:00Z", ${template}`,
    { name: 'PLACE_ORDER', status: 'PENDING' },
  ],
])('a run that %s started is cancelled while it runs', async (start, id, fields, step) => {
  await shopper.pin(id, 'context.location', failing);
  await startedBy(gateway, `${start}(input: { runId: "${id}", ${fields} })`);
  await untilStep(id, step);

  const verdict = await cancelWorkflow(id);

  expect(verdict).toBe('CancelWorkflowPayload');
  expect((await followed(gateway, id, 'kind')).at(-1)).toMatchObject({ status: 'CANCELLED' });
  expect(await cancelWorkflow(id)).toBe('RunClosed');
  expect((await system.audit.whole()).violations).toEqual([]);
});

test('a completed greeting is not cancelled', async () => {
  await startedBy(gateway, 'greet(input: { runId: "RUN-greeted", name: "Ada" })');
  await followed(gateway, 'RUN-greeted', 'kind');

  expect(await cancelWorkflow('RUN-greeted')).toBe('RunClosed');
});

async function cancelWorkflow(id: string): Promise<string | undefined> {
  const { cancelWorkflow: result } = await gateway.told<{ cancelWorkflow: { __typename: string } }>(
    `mutation { cancelWorkflow(input: { id: "${id}", reason: "No longer wanted" }) { __typename } }`,
  );
  return result.__typename;
}

/** Waits until this action is available to the operator. */
async function untilOffered(id: string, action: string): Promise<void> {
  type Offered = { orderChanged: { availableActions: string[] } };
  for await (const { data } of gateway.follow(`subscription { orderChanged(id: "${id}") { availableActions } }`))
    if ((data as Offered | undefined)?.orderChanged.availableActions.includes(action)) return;
  throw new Error(`${id} ended and never offered ${action}`);
}

/** Waits until a step of the run is so. */
async function untilStep(id: string, { name, status }: { name: string; status: string }): Promise<void> {
  type Steps = { workflowRunChanged: { steps: { name: string; status: string }[] } };
  const subscription = `subscription { workflowRunChanged(id: "${id}") { steps { name status } } }`;
  for await (const { data } of gateway.follow(subscription))
    if ((data as Steps | undefined)?.workflowRunChanged.steps.some((it) => it.name === name && it.status === status))
      return;
  throw new Error(`${id} ended, and ${name} was never ${status}`);
}
