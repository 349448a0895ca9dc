import type { OrderFilter } from '@waybill/client';
import type { Context } from '../command/context.ts';
import { type OrderConditions, orderFilter } from '../input/order-filter.ts';
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

/** Parses `status=PROCESSING,customer=ada`, with the names of the options of `list`. */
export function filterFrom(text: string): OrderFilter {
  const conditions: OrderConditions = {};
  for (const part of text.split(',').filter(Boolean)) {
    const [, key = '', value = ''] = /^([\w-]+)=(.+)$/.exec(part) ?? [];
    if (isRepeatable(key)) conditions[key] = [...(conditions[key] ?? []), value];
    else if (key === 'attention' && /^(true|false)$/.test(value)) conditions.attention = value === 'true';
    else conditions[nameOf(key, part, conditions)] = value;
  }
  return orderFilter(conditions, (option) => `--filter ${option}`);
}

const isRepeatable = (key: string): key is 'status' | 'health' => key === 'status' || key === 'health';

/** Every change is an update, so that changes have no condition on its time. */
const names: Readonly<Record<string, Exclude<keyof OrderConditions, 'status' | 'health' | 'attention'>>> = {
  customer: 'customer',
  sku: 'sku',
  plan: 'plan',
  'id-prefix': 'idPrefix',
  since: 'since',
  before: 'before',
  'min-total': 'minTotal',
  'max-total': 'maxTotal',
  currency: 'currency',
};

function nameOf(key: string, part: string, conditions: OrderConditions) {
  const name = Object.entries(names).find(([option]) => option === key)?.[1];
  if (!name) throw usage(`--filter: "${part}" is not one of status=…, health=…, attention=true, ${known}`);
  if (conditions[name] !== undefined) throw usage(`--filter: ${key} is there twice`);
  return name;
}

const known = Object.keys(names)
  .map((option) => `${option}=…`)
  .join(', ');
