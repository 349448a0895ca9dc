import { orThrow } from '@waybill/client';
import type { Call } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import type { Column } from '../output/fields.ts';
import { moneyText } from '../output/order-lines.ts';
import { type ExitCode, exitCodes } from '../problems/exit-codes.ts';
import { Problem, usage } from '../problems/problems.ts';
import { repairAudit } from './repair.ts';

type Product = { sku: string; name: string; available: number };

const stockColumns: readonly Column[] = [
  ['SKU', 'sku'],
  ['NAME', 'name'],
  ['AVAILABLE', 'available'],
];
type Priced = Product & { price: { amount: string; currencyCode: string } };
const catalogueColumns: readonly Column<Priced>[] = [...stockColumns, ['PRICE', ({ price }) => moneyText(price)]];

export async function stock({ client, output, signal }: Context): Promise<undefined> {
  const items = await (await client()).catalogue.list({ signal });
  await output.list({ items, nextCursor: null }, catalogueColumns);
}

export async function restock(context: Context, { args: [sku = '', quantity = ''] }: Call<object>): Promise<undefined> {
  if (!/^\d+$/.test(quantity)) throw usage(`"${quantity}" is not a number of pieces`);
  const { catalogue } = await context.client();
  const { product } = orThrow(await catalogue.restock(sku, Number(quantity)));
  context.output.one(product, (each) => [`${each.sku}  ${each.name}  ${each.available} available`]);
}

const serviceColumns: readonly Column<{ name: string; ok: boolean; since: string; detail: string | null }>[] = [
  ['SERVICE', 'name'],
  ['STATE', ({ ok }) => (ok ? 'ok' : 'not ok')],
  ['SEEN SINCE', 'since'],
  ['DETAIL', 'detail'],
];

/** Exit code 8 when a service is unhealthy. */
export async function services({ client, output, signal }: Context): Promise<ExitCode> {
  const items = await (await client()).services({ signal });
  await output.list({ items, nextCursor: null }, serviceColumns);
  return items.every(({ ok }) => ok) ? exitCodes.done : exitCodes.unavailable;
}

/** Exit code 5 when the books do not balance. */
export async function audit(context: Context, { options }: Call<{ repair?: boolean }>): Promise<ExitCode> {
  const { client, output, signal } = context;
  if (options.repair) await repairAudit(context);
  const found = await (await client()).audit({ signal });
  if (!found)
    throw new Problem(
      exitCodes.unavailable,
      'SERVICE_UNAVAILABLE',
      'The providers cannot be reached: no audit is available',
    );
  output.one(found, (each) => [
    each.balanced ? 'The books balance.' : `The books do not balance: ${each.problemCount} problems`,
    ...each.problems.map(({ code, message, orderId }) => `  ${code}: ${message}${orderId ? ` (${orderId})` : ''}`),
    ...(['captured', 'refunded', 'openHolds'] as const).map(
      (of) => `  ${of.padEnd(10)} ${each[of].map(moneyText).join(', ') || 'none'}`,
    ),
  ]);
  return found.balanced ? exitCodes.done : exitCodes.refused;
}
