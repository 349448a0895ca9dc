import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { fulfillment, shipment } from '@waybill/contracts/words';
import { portsFrom, startStack } from '@waybill/stack';
import { freePort } from '@waybill/temporal';

const { EventType } = proto.temporal.api.enums.v1;

/** Events that Temporal Cloud bills as an Action; a group of local activities in one task is one. */
const billed = new Set([
  'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
  'EVENT_TYPE_ACTIVITY_TASK_SCHEDULED',
  'EVENT_TYPE_TIMER_STARTED',
  'EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED',
  'EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES',
  'EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED',
]);

const { TEMPORAL_ADDRESS, ...env } = process.env;
const stateDir = await mkdtemp(join(tmpdir(), 'waybill-history-'));
const ports = portsFrom({});
for (const place of Object.keys(ports) as (keyof typeof ports)[]) ports[place] = await freePort();
const stack = await startStack({
  ports,
  stateDir,
  env: { ...env, WAYBILL_LABEL_TIME: 'PT0S', LOG_LEVEL: 'warn' },
  signal: new AbortController().signal,
  telling: { say: () => undefined, arrived: () => undefined },
});
try {
  const orderId = await shippedOrder(stack.addresses.gateway);
  const connection = await Connection.connect({ address: stack.addresses.temporal });
  const client = new Client({ connection });
  for (const workflowId of [fulfillment.idFor(orderId), shipment.idFor(orderId)]) await report(client, workflowId);
  await connection.close();
} finally {
  await stack.stop();
  await rm(stateDir, { recursive: true, force: true });
}

async function report(client: Client, workflowId: string): Promise<void> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const types = (events ?? []).map(({ eventType }) => EventType[eventType ?? 0] ?? '');
  const count = (type: string) => types.filter((it) => it === type).length;
  const activities = count('EVENT_TYPE_ACTIVITY_TASK_SCHEDULED');
  const bookWrites = count('EVENT_TYPE_MARKER_RECORDED');
  console.log(`${workflowId}: ${types.length} events, ${activities} activities, ${bookWrites} markers`);
  console.log(
    `  5 + 6n = ${5 + 6 * activities}; billed Actions: ${types.filter((type) => billed.has(type)).length + bookWrites} at the most`,
  );
  for (const type of [...new Set(types)].sort())
    console.log(`  ${String(count(type)).padStart(4)}  ${type.replace('EVENT_TYPE_', '')}`);
}

async function shippedOrder(gateway: string): Promise<string> {
  const input = `{ customerId: "ada", customerEmail: "ada@example.com", items: [{ sku: "MUG-001", quantity: 1 }],
    shippingAddress: { street: "1 First Street", city: "London", zip: "N1", country: "GB" } }`;
  const { placeOrder } = await ask(
    gateway,
    `mutation { placeOrder(input: ${input}) { ... on PlaceOrderPayload { order { id } } } }`,
  );
  for (;;) {
    const { orders } = await ask(gateway, '{ orders(first: 1) { nodes { id closedAt } } }');
    if (orders.nodes[0]?.closedAt) return placeOrder.order.id;
    await pause(200);
  }
}

type Answers = { placeOrder: { order: { id: string } }; orders: { nodes: { closedAt: string | null }[] } };

async function ask(gateway: string, query: string): Promise<Answers> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${gateway}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data, errors } = (await response.json()) as { data?: Answers; errors?: unknown };
  if (!data) throw new Error(JSON.stringify(errors));
  return data;
}
