import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { fulfillment, shipment } from '@waybill/contracts/domain';
import { anOrder, placeOrder } from '../orders/orders.ts';
import { withSystem } from '../orders/system.ts';
import { playRuns } from './runs.ts';

const { EventType } = proto.temporal.api.enums.v1;

/** Events that Temporal Cloud bills as an Action; a group of local activities in one task is one. */
const billed = new Set([
  'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
  'EVENT_TYPE_ACTIVITY_TASK_SCHEDULED',
  'EVENT_TYPE_TIMER_STARTED',
  'EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED',
  'EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES',
  'EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED',
  'EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED',
]);

await withSystem(async ({ client }) => {
  const order = anOrder();
  await (await placeOrder(client, order)).result();
  for (const workflowId of [fulfillment.idFor(order.orderId), shipment.idFor(order.orderId)])
    await report(client, workflowId);
  for (const workflowId of await playRuns(client)) await report(client, workflowId);
});
process.exit(0);

async function report(client: Client, workflowId: string): Promise<void> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const started = events?.[0]?.workflowExecutionStartedEventAttributes;
  const types = (events ?? []).map(({ eventType }) => EventType[eventType ?? 0] ?? '');
  const count = (type: string) => types.filter((it) => it === type).length;
  const activities = count('EVENT_TYPE_ACTIVITY_TASK_SCHEDULED');
  const bookWrites = count('EVENT_TYPE_MARKER_RECORDED');
  console.log(
    `${started?.workflowType?.name} ${workflowId}: ${types.length} events, ${activities} activities, ${bookWrites} markers`,
  );
  console.log(
    `  5 + 6n = ${5 + 6 * activities}; billed Actions: ${types.filter((type) => billed.has(type)).length + bookWrites} at the most`,
  );
  for (const type of [...new Set(types)].sort())
    console.log(`  ${String(count(type)).padStart(4)}  ${type.replace('EVENT_TYPE_', '')}`);
}
