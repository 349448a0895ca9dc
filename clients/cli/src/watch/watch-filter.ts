import type { OrderFilter } from '@waybill/client';
import type { Context } from '../command/context.ts';
import { statusFrom } from '../input/statuses.ts';
import { orderLine } from '../output/order-lines.ts';
import { usage } from '../problems/problems.ts';
import { withDeadline } from './deadline.ts';
import type { WatchLimits } from './watch-orders.ts';

/** Prints every change of the orders that match the filter, until one has the status or the command is interrupted. */
export async function watchFilter(
  { client, output, signal }: Context,
  text: string,
  { until, timeoutMs }: WatchLimits,
): Promise<undefined> {
  if (output.format === 'json') throw usage('An endless stream is written line by line: use -o jsonl');
  const leaving = withDeadline(signal, timeoutMs, `No order that matches ${text}`, until);
  for await (const change of (await client()).orders.changes(filterFrom(text), { signal: leaving })) {
    const { kind, cursor, order } = change;
    output.event({ type: 'change', cursor, id: order.id, kind, order }, () => `${kind.padEnd(8)} ${orderLine(order)}`);
    if (order.status === until) return;
  }
}

/** Parses `status=PROCESSING,customer=ada`. */
export function filterFrom(text: string): OrderFilter {
  const filter: OrderFilter = {};
  for (const part of text.split(',').filter(Boolean)) {
    const [, key = '', value = ''] = /^(\w+)=(.+)$/.exec(part) ?? [];
    if (key === 'status') filter.status = [...(filter.status ?? []), statusFrom(value)];
    else if (key === 'customer' && filter.customerId === undefined) filter.customerId = value;
    else if (key === 'attention' && /^(true|false)$/.test(value)) filter.needsAttention = value === 'true';
    else throw usage(`--filter: "${part}" is not one of status=…, customer=…, attention=true`);
  }
  return filter;
}
