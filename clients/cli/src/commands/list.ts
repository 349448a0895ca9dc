import type { OrderFilter } from '@waybill/client';
import type { Call } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { moment } from '../input/durations.ts';
import { healthFrom, statusFrom } from '../input/statuses.ts';
import { sorts, wordFrom } from '../input/words.ts';
import { type Listing, listed } from '../lookup/pages.ts';
import type { Column } from '../output/fields.ts';
import { moneyText } from '../output/order-lines.ts';

type Options = Listing & {
  status?: string[];
  customer?: string;
  since?: string;
  attention?: boolean;
  health?: string[];
  sort?: string;
};

type Summary = { id: string; total: { amount: string; currencyCode: string } };

const columns: readonly Column<Summary>[] = [
  ['ORDER', 'id'],
  ['STATUS', 'status'],
  ['%', 'progress'],
  ['STEP', 'currentStep'],
  ['HEALTH', 'health'],
  ['TOTAL', ({ total }) => moneyText(total)],
  ['CUSTOMER', 'customerId'],
  ['CREATED', 'createdAt'],
];

export async function run(context: Context, { options }: Call<Options>): Promise<undefined> {
  const filter: OrderFilter = {
    ...(options.status && { status: options.status.flatMap((each) => each.split(',')).map(statusFrom) }),
    ...(options.customer && { customerId: options.customer }),
    ...(options.since && { createdFrom: moment(options.since, '--since') }),
    ...(options.attention && { needsAttention: true }),
    ...(options.health && { health: options.health.flatMap((each) => each.split(',')).map(healthFrom) }),
  };
  const { orders } = await context.client();
  const sorted = options.sort ? { orderBy: wordFrom(options.sort, sorts, 'sort') } : {};
  await listed(context, options, columns, (paging) => orders.list(filter, { ...sorted, ...paging }));
}
