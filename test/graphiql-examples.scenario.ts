import { getOperationAST, parse, print, separateOperations } from 'graphql';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { exampleOrderId } from '../services/gateway/src/transports/http/graphiql-example.ts';
import { examples } from '../services/gateway/src/transports/http/graphiql-examples.ts';
import type { Driver } from '../services/gateway/test/support/driver.ts';
import { openSystem, type System } from './support/system.ts';

let system: System;
let gateway: Driver;
beforeAll(async () => {
  system = await openSystem(inject('temporalAddress'));
  gateway = await system.gateway();
});
afterAll(() => system.close());

const operations = examples.flatMap(({ query }) =>
  Object.entries(separateOperations(parse(query))).map(([name, document]) => ({
    name,
    kind: getOperationAST(document)?.operation,
    text: print(document).replaceAll(exampleOrderId, 'EXAMPLE'),
  })),
);

/** What a person sees who uses the tabs one after the other: a command that comes too early is given again. */
test.each(operations)(
  'the example $name has the intended response',
  async ({ kind, text }) => {
    if (kind === 'subscription') return expect(await first(text)).toMatchObject({ data: expect.anything() });
    await vi.waitFor(async () => expect(await refusals(text)).toEqual([]), { timeout: 50_000, interval: 250 });
  },
  60_000,
);

test.each(
  ['refundPayment', 'cancelWorkflow', 'workflowRunChanged', 'retryOrderNow', 'giveUpOrderStep'].concat(
    ['settleCompensation', 'startStandingOrder', 'skipStandingOrder', 'pauseStandingOrder', 'resumeStandingOrder'],
    ['stopStandingOrder', 'startPayment', 'startUserContext', 'greet', 'userContext'],
  ),
)('an example shows %s', (field) => {
  expect(operations.filter(({ text }) => text.includes(`${field}(`))).not.toEqual([]);
});

/** The first event; a list has none before something happens in it. */
async function first(subscription: string): Promise<unknown> {
  const happened: Promise<unknown>[] = [];
  const happening = setInterval(() => happened.push(happens()), 1_000);
  try {
    for await (const event of gateway.follow(subscription)) return event;
  } finally {
    clearInterval(happening);
    await Promise.all(happened); // the gateway may close after the last test
  }
}

const happens = () =>
  gateway.ask(`mutation {
    greet(input: { name: "Ada" }) { __typename }
    placeOrder(input: {
      customerId: "CUST-1", customerEmail: "ada@example.com", items: [{ sku: "BOOK-001", quantity: 1 }]
      shippingAddress: { street: "1 Main St", city: "Springfield", state: "IL", zip: "62701", country: "US" }
    }) { __typename }
  }`);

/** The codes of the named errors and of the others. */
async function refusals(text: string): Promise<string[]> {
  const { data, errors = [] } = await gateway.ask(text);
  const results = Object.values(data ?? {}) as ({ code?: string } | null)[];
  return [...errors.map(({ message }) => message), ...results.flatMap((result) => result?.code ?? [])];
}
