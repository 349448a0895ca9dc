import type { Call } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { timeLimit } from '../input/durations.ts';
import { statusFrom } from '../input/statuses.ts';
import { endLine } from '../output/order-lines.ts';
import type { ExitCode } from '../problems/exit-codes.ts';
import { usage } from '../problems/problems.ts';
import { follow, viewerFor, type WatchLimits } from '../watch/watch-orders.ts';

type Options = { filter?: string; compact?: boolean; until?: string; timeout?: string };

export async function run(context: Context, { args, options }: Call<Options>): Promise<ExitCode | undefined> {
  const limits = {
    ...(options.until && { until: statusFrom(options.until) }),
    ...(options.timeout && { timeoutMs: timeLimit(options.timeout, '--timeout') }),
    ...(options.compact && { compact: true }),
  };
  if (options.filter === undefined) return watchOrders(context, args, limits);
  if (args.length > 0) throw usage('Give order ids or --filter, not both');
  const { watchFilter } = await import('../watch/watch-filter.ts');
  return watchFilter(context, options.filter, limits);
}

export async function watchOrders(
  context: Context,
  orderIds: readonly string[],
  limits: WatchLimits,
): Promise<undefined> {
  const { output, signal } = context;
  if (orderIds.length === 0) throw usage('Give order ids, as in `waybill watch ORD-1`, or --filter status=PROCESSING');
  const ids = [...new Set(orderIds)];
  const viewer = viewerFor(output, ids, limits.compact === true);
  const orders = await follow(await context.client(), ids, limits, { viewer, signal });
  const [order] = orders;
  if (output.format === 'json' || output.format === 'id') {
    if (orders.length === 1 && order) output.one(order, (each) => [endLine(each)]);
    else await output.list({ items: orders, nextCursor: null }, []);
  }
}
