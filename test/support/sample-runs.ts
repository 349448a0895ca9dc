import { expect } from 'vitest';
import type { Driver } from '../../services/gateway/test/support/driver.ts';
import { followed, startedBy } from './runs.ts';
import type { System } from './system.ts';

export const sampleRuns = {
  PaymentRun: ['RUN-refunded', 'RUN-declined', 'RUN-cancelled'],
  UserContextRun: ['RUN-context', 'RUN-nowhere'],
  GreetingRun: ['RUN-greeted'],
  StandingOrder: ['STO-placed', 'STO-paused'],
} as const;

/** Runs of each kind that came to different ends. */
export async function startSampleRuns(system: System, gateway: Driver): Promise<void> {
  await Promise.all([
    payments(system, gateway),
    contexts(system, gateway),
    greetings(gateway),
    standingOrders(gateway),
  ]);
}

async function payments(system: System, gateway: Driver): Promise<void> {
  await system.pin({ orderId: 'RUN-declined', operation: 'payment.authorize', outcomes: ['insufficient_funds'] });
  const paying = (id: string, more = '') =>
    startedBy(
      gateway,
      `startPayment(input: { runId: "${id}", orderId: "S", customerId: "CUST-1", amount: "9.00", ${more} })`,
    );
  for (const id of ['RUN-refunded', 'RUN-declined']) {
    await paying(id);
    await followed(gateway, id, 'kind');
  }
  await told(gateway, 'refundPayment(input: { id: "RUN-refunded", amount: "2.00", reason: "Broken" })');
  await paying('RUN-cancelled', 'cancellableFor: "PT10M"');
  await expect.poll(() => isCaptured(gateway, 'RUN-cancelled')).toBe(true);
  await told(gateway, 'cancelWorkflow(input: { id: "RUN-cancelled", reason: "No longer wanted" })');
  await followed(gateway, 'RUN-cancelled', 'kind');
}

async function contexts(system: System, gateway: Driver): Promise<void> {
  const outcomes = Array(20).fill('server_error');
  await system.pin({ orderId: 'RUN-nowhere', operation: 'context.location', outcomes });
  for (const id of ['RUN-context', 'RUN-nowhere'])
    await startedBy(gateway, `startUserContext(input: { runId: "${id}", userId: "CUST-1" })`);
  for (const id of sampleRuns.UserContextRun) await followed(gateway, id, 'kind');
}

async function greetings(gateway: Driver): Promise<void> {
  await startedBy(gateway, 'greet(input: { runId: "RUN-greeted", name: "Ada" })');
  await followed(gateway, 'RUN-greeted', 'kind');
}

async function standingOrders(gateway: Driver): Promise<void> {
  const home =
    'shippingAddress: { street: "1 Main St", city: "Springfield", state: "IL", zip: "62701", country: "US" }';
  const standing = (id: string, price: string) =>
    startedBy(
      gateway,
      `startStandingOrder(input: { runId: "${id}", every: "P1D", times: 3, order: { customerId: "CUST-1",
        customerEmail: "ada@example.com", items: [{ sku: "BOOK-001", quantity: 1, ${price} }], ${home} } })`,
    );
  await standing('STO-placed', '');
  await standing('STO-paused', 'price: "3.00"');
  await told(gateway, 'pauseStandingOrder(input: { id: "STO-paused", note: "On holiday" })');
}

/** A mutation that is to be carried out. */
async function told(gateway: Driver, mutation: string): Promise<void> {
  const data = await gateway.told<Record<string, { code?: string }>>(
    `mutation { ${mutation} { __typename ... on Error { code } } }`,
  );
  expect(Object.values(data)).toEqual([{ __typename: expect.stringMatching(/Payload$/) }]);
}

async function isCaptured(gateway: Driver, id: string): Promise<boolean> {
  const { workflowRun } = await gateway.told<{ workflowRun: { payment: { status: string } | null } | null }>(
    `{ workflowRun(id: "${id}") { ... on PaymentRun { payment { status } } } }`,
  );
  return workflowRun?.payment?.status === 'CAPTURED';
}
