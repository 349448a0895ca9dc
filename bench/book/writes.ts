import type { OrderStatus } from '@waybill/contracts/domain';
import { postgresServer } from '@waybill/platform/testing';
import { createOrderBook } from '../../services/order-book/src/application/order-book.ts';
import { openBooks } from '../../services/order-book/src/infrastructure/open-books.ts';
import { aWrite, entries } from '../../services/order-book/test/support/orders.ts';
import { median } from '../orders/orders.ts';

const pairs = Number(process.argv[2] ?? 15);
const ordersAtOnce = 20;

/** The writes of one order: nine of them, the last of which closes it. */
const story: OrderStatus[] = ['RECEIVED', ...Array.from({ length: 7 }, () => 'PROCESSING' as const), 'SHIPPED'];

const server = await postgresServer();
const opened = await openBooks({ databaseUrl: await server.freshDatabase(), now: () => new Date() });
const book = createOrderBook(opened);
let turn = 0;

/** Milliseconds that 180 writes take, one order after another. */
async function timed(): Promise<number> {
  turn += 1;
  const began = performance.now();
  for (let nth = 0; nth < ordersAtOnce; nth++)
    for (const [at, status] of story.entries()) await book.record(writeOf(`O-${turn}-${nth}`, at + 1, status));
  return performance.now() - began;
}

function writeOf(orderId: string, revision: number, status: OrderStatus) {
  const isLast = revision === story.length;
  const at = new Date(Date.UTC(2026, 0, 2) + turn * 60_000).toISOString();
  const given = { orderId, customerId: `c-${turn % 10}`, status, revision, createdAt: at, updatedAt: at };
  return aWrite({ ...given, closedAt: isLast ? at : null }, entries(revision, revision));
}

const triggers = (state: 'enable' | 'disable') =>
  opened.query(
    `alter table order_book.orders ${state} trigger closed_orders_are_rolled_up,
       ${state} trigger moved_closed_orders_are_rolled_up`,
    [],
  );

try {
  for (let warm = 0; warm < 3; warm++) await timed();
  const times = { with: [] as number[], without: [] as number[] };
  for (let pair = 0; pair < pairs; pair++)
    for (const which of pair % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const)) {
      await triggers(which === 'with' ? 'enable' : 'disable');
      times[which].push(await timed());
    }
  const ratios = times.with.map((ms, pair) => ms / (times.without[pair] ?? ms));
  const [ours, bare] = [Math.min(...times.with), Math.min(...times.without)];
  console.log(
    `${ordersAtOnce * story.length} writes: ${ours.toFixed(0)} ms with the rollups beside ${bare.toFixed(0)} ms without, ratio of the minima ${(ours / bare).toFixed(3)}, median of ${pairs} pairs ${median(ratios)?.toFixed(3)}`,
  );
} finally {
  await opened.close();
  await server.stop();
}
process.exit(0);
