import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { Client, Connection } from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import { fulfillment } from '@waybill/contracts/domain';
import { anOrder } from '../../clients/orders/testing/order.ts';
import { child } from './child.ts';
import { withEngine } from './engine.ts';
import { compare, sizeArgument } from './figures.ts';
import { aToken } from './token.ts';

const starts = sizeArgument(1_000);
const atOnce = 32;

await withEngine(async ({ at, testEngine }) => {
  await testEngine.stopWorker();
  const gateway = await child('./gateway-process.ts', { engine: at });
  const url = `${await gateway.ask<string>('url')}/graphql`;
  const connection = await Connection.connect({ address: at?.address ?? '' });
  const client = new Client({ connection, namespace: at?.namespace ?? '' });
  const place = await placing(url);

  const perSecond = (start: () => Promise<unknown>) => async () => {
    const began = performance.now();
    let left = starts;
    const one = async () => {
      while (left-- > 0) await start();
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    return starts / ((performance.now() - began) / 1_000);
  };
  const [ours, theirs] = [perSecond(place), perSecond(() => raw(client))];
  await ours();
  await theirs();
  await compare(`starts through placeOrder, ${atOnce} at once`, 'orders/s', ours, theirs);
  await Promise.all([gateway.kill(), connection.close()]);
});
process.exit(0);

/** The same order as a client of the gateway places it. */
async function placing(url: string) {
  const token = await aToken();
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const headers = { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` };
  const query = `mutation { placeOrder(input: {
    customerId: "CUST-1", customerEmail: "ada@example.com", requiresApproval: true
    items: [{ sku: "BOOK-001", quantity: 2 }]
    shippingAddress: { street: "1 Main St", city: "Springfield", state: "IL", zip: "62701", country: "US" }
  }) { ... on PlaceOrderPayload { order { id status } } ... on Error { message } } }`;
  const body = JSON.stringify({ query });
  return () =>
    new Promise<void>((resolve, reject) => {
      const read = async (answer: string) => {
        if (!answer.includes('"RECEIVED"')) throw new Error(answer);
      };
      const outgoing = request(url, { method: 'POST', agent, headers }, (response) => {
        text(response).then(read).then(resolve, reject);
      });
      outgoing.on('error', reject).end(body);
    });
}

/** The same calls to the engine without the gateway. */
function raw(client: Client): Promise<unknown> {
  const orderId = `RAW-${crypto.randomUUID()}`;
  const order = { ...anOrder(), orderId, fingerprint: 'f'.repeat(64) };
  return client.workflow.start(fulfillment.workflow, {
    workflowId: fulfillment.idFor(orderId),
    taskQueue: fulfillment.taskQueue,
    args: [order],
    memo: { orderId, fingerprint: order.fingerprint },
    typedSearchAttributes: new TypedSearchAttributes([
      { key: defineSearchAttributeKey('orderId', 'KEYWORD'), value: orderId },
      { key: defineSearchAttributeKey('customerId', 'KEYWORD'), value: order.customerId },
      { key: defineSearchAttributeKey('orderStatus', 'KEYWORD'), value: 'RECEIVED' },
      { key: defineSearchAttributeKey('totalAmount', 'DOUBLE'), value: 9 },
      { key: defineSearchAttributeKey('createdAt', 'DATETIME'), value: new Date(order.placedAt) },
    ]),
  });
}
