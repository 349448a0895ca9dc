import { fulfillment, type OrderAnswer } from '@waybill/contracts/domain';
import { bareWorker } from './bare.ts';
import { anOrder, median, placeOrder } from './orders.ts';
import { withSystem } from './system.ts';

const open = 200;
const rounds = Number(process.argv[2] ?? 5);
const askers = Number(process.argv[3] ?? 1);

type Row = Record<'order p50' | 'order p99' | 'empty p50' | 'empty p99', number>;

/** The response time of one of 200 open orders, compared with 200 trivial workflows. */
await withSystem(async ({ stack, client }) => {
  const stopBare = await bareWorker(stack.addresses.temporal);
  const orders = Array.from({ length: open }, () => anOrder({ requiresApproval: true }));
  for (const order of orders) await placeOrder(client, order);
  const idles = Array.from({ length: open }, (_, at) => `idle-${at}`);
  for (const workflowId of idles) await client.workflow.start('idle', { workflowId, taskQueue: 'bare', args: [] });

  const askOrder = (at: number) =>
    client.workflow
      .getHandle(fulfillment.idFor(orders[at]?.orderId ?? ''))
      .query<OrderAnswer, [number]>(fulfillment.queries.order, 0);
  const askNothing = (at: number) => client.workflow.getHandle(idles[at] ?? '').query('empty');
  for (let at = 0; at < open; at++) while ((await askOrder(at)).order.status !== 'AWAITING_APPROVAL');

  const rows: Row[] = [];
  for (let round = 0; round < rounds; round++) {
    const [order, empty] = [await latencies(askOrder), await latencies(askNothing)];
    rows.push({ 'order p50': order.p50, 'order p99': order.p99, 'empty p50': empty.p50, 'empty p99': empty.p99 });
  }
  console.table(rows);
  const [order, empty] = (['order p99', 'empty p99'] as const).map((column) => median(rows.map((row) => row[column])));
  console.log(`median p99: order ${order} ms, empty ${empty} ms, ratio ${((order ?? 0) / (empty ?? 1)).toFixed(2)}`);
  await stopBare();
});
process.exit(0);

/** Asks each workflow twice, with limited concurrency. */
async function latencies(ask: (at: number) => Promise<unknown>): Promise<{ p50: number; p99: number }> {
  const took: number[] = [];
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < 2 * open; at = next++) {
      const sentAt = performance.now();
      await ask(at % open);
      took.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: askers }, lane));
  took.sort((one, other) => one - other);
  const at = (share: number) => Math.round((took[Math.floor(took.length * share)] ?? 0) * 10) / 10;
  return { p50: at(0.5), p99: at(0.99) };
}
