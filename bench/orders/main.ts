import { bareWorker } from './bare.ts';
import { median, rateOf, shipOne } from './orders.ts';
import { withSystem } from './system.ts';

const pairs = Number(process.argv[2] ?? 5);
const each = Number(process.argv[3] ?? 150);
const atOnce = 40;

/** Ten in the order's own workflow, five in its shipment's. */
const activities = 15;

type Row = { 'orders/s': number; 'bare/s': number; ratio: number };

await withSystem(async ({ stack, client }) => {
  const stopBare = await bareWorker(stack.addresses.temporal);
  const bareOnce = async () => {
    const workflowId = `bare-${crypto.randomUUID()}`;
    await client.workflow.execute('bare', { workflowId, taskQueue: 'bare', args: [activities] });
  };
  await rateOf(50, atOnce, () => shipOne(client));
  await rateOf(50, atOnce, bareOnce);

  const rows: Row[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const orders = await rateOf(each, atOnce, () => shipOne(client));
    const bare = await rateOf(each, atOnce, bareOnce);
    rows.push({ 'orders/s': round(orders), 'bare/s': round(bare), ratio: round(orders / bare) });
  }
  console.table(rows);
  const [orders, bare] = (['orders/s', 'bare/s'] as const).map((column) => median(rows.map((row) => row[column])));
  console.log(
    `median: ${orders} orders/s, ${bare} bare/s, ratio ${round((orders ?? 0) / (bare ?? 1))} over ${pairs} pairs`,
  );
  await stopBare();
});
process.exit(0);

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
