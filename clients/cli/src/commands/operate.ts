import { type DocumentText, type JournalFilter, type OrderEventType, orThrow } from '@waybill/client';
import type { Call, Run } from '../command.ts';
import type { Context } from '../context.ts';
import { moment } from '../durations.ts';
import { type Entry, entryLine } from '../entries.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Column } from '../item.ts';
import { moneyText } from '../order-lines.ts';
import { type Listing, listed } from '../pages.ts';
import { Problem, usage } from '../problems.ts';

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
  if (!/^\d+$/.test(quantity)) throw usage(`"${quantity}" is no number of pieces`);
  const { catalogue } = await context.client();
  const { product } = orThrow(await catalogue.restock(sku, Number(quantity)));
  context.output.one(product, (each) => [`${each.sku}  ${each.name}  ${each.available} available`]);
}

const serviceColumns: readonly Column<{ name: string; ok: boolean; since: string; detail: string | null }>[] = [
  ['SERVICE', 'name'],
  ['STATE', ({ ok }) => (ok ? 'ok' : 'not ok')],
  ['SINCE', 'since'],
  ['DETAIL', 'detail'],
];

/** Exit code 8 where one is not well. */
export async function services({ client, output, signal }: Context): Promise<ExitCode> {
  const items = await (await client()).services({ signal });
  await output.list({ items, nextCursor: null }, serviceColumns);
  return items.every(({ ok }) => ok) ? exitCodes.done : exitCodes.unavailable;
}

type Audit = {
  asOf: string;
  balanced: boolean;
  problemCount: number;
  problems: { code: string; message: string; orderId: string | null }[];
  captured: { amount: string; currencyCode: string }[];
  refunded: { amount: string; currencyCode: string }[];
  openHolds: { amount: string; currencyCode: string }[];
};

const money = '{ amount currencyCode }';
const auditDocument = `query Audit { audit { asOf balanced problemCount problems { code message orderId }
  captured ${money} refunded ${money} openHolds ${money} stock { sku initial available reserved shipped } } }` as DocumentText<
  { audit: Audit | null },
  object
>;

/** Exit code 5 where the books do not balance. */
export async function audit({ client, output, signal }: Context): Promise<ExitCode> {
  const { audit: found } = await (await client()).request(auditDocument, {}, { signal });
  if (!found)
    throw new Problem(
      exitCodes.unavailable,
      'SERVICE_UNAVAILABLE',
      'The providers are away: there is no audit for now',
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

type JournalOptions = Listing & { type?: string[]; actor?: string; order?: string; from?: string; to?: string };
type JournalEntry = { orderId: string; event: Entry };

const journalColumns: readonly Column<JournalEntry>[] = [
  ['ORDER', 'orderId'],
  ['ENTRY', ({ event }) => entryLine(event).trim()],
];

export const journal: Run<JournalOptions> = async (context, { options }) => {
  const { type, actor, order, from, to } = options;
  const filter: JournalFilter = {
    ...(type && {
      type: type.flatMap((each) => each.toUpperCase().replaceAll('-', '_').split(',')) as OrderEventType[],
    }),
    ...(actor && { actor }),
    ...(order && { orderId: order }),
    ...(from && { from: moment(from, '--from') }),
    ...(to && { to: moment(to, '--to') }),
  };
  const client = await context.client();
  await listed(context, options, journalColumns, (paging) => client.journal.list(filter, paging));
  return undefined;
};
