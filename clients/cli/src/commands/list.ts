import type { Call } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { type OrderConditions, orderFilter } from '../input/order-filter.ts';
import { sorts, wordFrom } from '../input/words.ts';
import { type Listing, listed } from '../lookup/pages.ts';
import type { Column } from '../output/fields.ts';
import { moneyText } from '../output/order-lines.ts';

type Options = Listing & OrderConditions & { sort?: string };

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
  const filter = orderFilter(options);
  const { orders } = await context.client();
  const sorted = options.sort ? { orderBy: wordFrom(options.sort, sorts, 'sort') } : {};
  await listed(context, options, columns, (paging) => orders.list(filter, { ...sorted, ...paging }));
}
