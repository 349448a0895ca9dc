import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Driver } from '../services/gateway/test/support/driver.ts';
import { askedIn, everythingIn, fieldsOf, pathsIn } from './support/every-field.ts';
import { followed, startedBy } from './support/runs.ts';
import { openSystem, type System } from './support/system.ts';

let system: System;
let gateway: Driver;
beforeAll(async () => {
  system = await openSystem(inject('temporalAddress'));
  gateway = await system.gateway();
  await Promise.all([payments(), contexts(), greetings(), standingOrders()]);
}, 120_000);
afterAll(() => system.close());

const samples = {
  PaymentRun: ['RUN-refunded', 'RUN-declined', 'RUN-cancelled'],
  UserContextRun: ['RUN-context', 'RUN-nowhere'],
  GreetingRun: ['RUN-greeted'],
  StandingOrder: ['STO-placed', 'STO-paused'],
} as const;
type Kind = keyof typeof samples;

/** What has a value only in a run that would take long: a step or compensation that fails on; or with a UI of the engine. */
const unseen = /^(compensations\.error|steps\.error|links)/;

test('every field of a run answers, and has a value in one sample or another', async () => {
  const [asked, known] = [new Set<string>(), new Set<string>()];
  for (const kind of Object.keys(samples) as Kind[]) {
    for (const selection of fieldsOf(kind).map((field) => everythingIn(kind, field))) {
      for (const path of askedIn(selection)) asked.add(path);
      for (const id of samples[kind])
        for (const path of await knownIn(id, `... on ${kind} { ${selection} }`)) known.add(path);
    }
  }

  expect([...asked].filter((path) => !known.has(path) && !unseen.test(path))).toEqual([]);
});

test.each(fieldsOf('Query').filter((field) => !['node', 'nodes', 'order'].includes(field)))(
  'every field below %s answers',
  async (field) => {
    const { data, errors } = await gateway.ask(`{ ${everythingIn('Query', field)} }`);

    expect(errors).toBeUndefined();
    expect(data?.[field]).not.toBeNull();
  },
);

async function knownIn(id: string, selection: string): Promise<string[]> {
  const { data, errors } = await gateway.ask(`{ workflowRun(id: "${id}") { ${selection} } }`);
  expect({ id, selection, errors }).toEqual({ id, selection });
  return pathsIn(data?.workflowRun);
}

async function payments(): Promise<void> {
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
  await told('refundPayment(input: { id: "RUN-refunded", amount: "2.00", reason: "Broken" })');
  await paying('RUN-cancelled', 'cancellableFor: "PT10M"');
  await told('cancelWorkflow(input: { id: "RUN-cancelled", reason: "No longer wanted" })');
  await followed(gateway, 'RUN-cancelled', 'kind');
}

async function contexts(): Promise<void> {
  const outcomes = Array(20).fill('server_error');
  await system.pin({ orderId: 'RUN-nowhere', operation: 'context.location', outcomes });
  for (const id of ['RUN-context', 'RUN-nowhere'])
    await startedBy(gateway, `startUserContext(input: { runId: "${id}", userId: "CUST-1" })`);
  for (const id of samples.UserContextRun) await followed(gateway, id, 'kind');
}

async function greetings(): Promise<void> {
  await startedBy(gateway, 'greet(input: { runId: "RUN-greeted", name: "Ada" })');
  await followed(gateway, 'RUN-greeted', 'kind');
}

async function standingOrders(): Promise<void> {
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
  await told('pauseStandingOrder(input: { id: "STO-paused", note: "On holiday" })');
}

/** A mutation that is to be carried out. */
async function told(mutation: string): Promise<void> {
  const data = await gateway.told<Record<string, { code?: string }>>(
    `mutation { ${mutation} { __typename ... on Error { code } } }`,
  );
  expect(Object.values(data)).toEqual([{ __typename: expect.stringMatching(/Payload$/) }]);
}
