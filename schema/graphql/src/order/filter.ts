import { CurrencyCode, CustomerId, decimalsOf, minorUnits, type OrderFilter, type OrderSort } from '@waybill/contracts';
import { builder, type Context } from '../builder.ts';
import { badUserInput } from '../request-errors.ts';
import { viewerOf } from '../viewer/viewer.ts';
import { OrderStatus } from './enums.ts';

export const OrderFilterInput = builder.inputType('OrderFilter', {
  description: 'Conditions that an order must all meet. Customers see only their own orders, whatever the filter.',
  fields: (t) => ({
    status: t.field({ type: [OrderStatus], description: 'Status is one of these.' }),
    customerId: t.id({ description: 'Placed for this customer.' }),
    currencyCode: t.field({ type: 'CurrencyCode', description: 'Prices are in this currency.' }),
    minTotal: t.field({
      type: 'Decimal',
      description: 'Minimum total, inclusive, in `currencyCode`, or in USD if that is omitted.',
    }),
    maxTotal: t.field({
      type: 'Decimal',
      description: 'Maximum total, inclusive, in `currencyCode`, or in USD if that is omitted.',
    }),
    createdFrom: t.field({ type: 'DateTime', description: 'Placed at this time or later.' }),
    createdTo: t.field({ type: 'DateTime', description: 'Placed before this time.' }),
    needsAttention: t.boolean({
      description: 'True: only orders that are stuck or wait for a person. False: only the others.',
    }),
  }),
});

type Written = typeof OrderFilterInput.$inferInput;

/** What is meant by a filter as it was written, for this viewer. */
export function parseFilter(written: Written | null | undefined, context: Context, orderBy?: OrderSort): OrderFilter {
  const { minTotal, maxTotal, status, ...rest } = given(written ?? {});
  const viewer = viewerOf(context);
  const comparesTotals = minTotal !== undefined || maxTotal !== undefined || !!orderBy?.startsWith('TOTAL');
  const currencyCode = rest.currencyCode ?? (comparesTotals ? 'USD' : undefined);
  if (currencyCode && !CurrencyCode.safeParse(currencyCode).success) {
    throw badUserInput('filter.currencyCode is not an ISO 4217 currency');
  }
  if (rest.customerId && !CustomerId.safeParse(rest.customerId).success)
    throw badUserInput('filter.customerId is not an id');
  return given({
    ...rest,
    currencyCode,
    status: status && [...status],
    minTotalMinor: total('minTotal', minTotal, currencyCode),
    maxTotalMinor: total('maxTotal', maxTotal, currencyCode),
    customerId: viewer.role === 'CUSTOMER' ? viewer.id : rest.customerId,
  });
}

function total(field: string, decimal: string | undefined, currencyCode = 'USD'): number | undefined {
  if (decimal === undefined) return undefined;
  const minor = minorUnits(decimal, currencyCode);
  if (minor === undefined) {
    throw badUserInput(`filter.${field} is not an amount with ${decimalsOf(currencyCode)} decimals at most`);
  }
  return minor;
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], null | undefined> };

const given = <T extends object>(written: T) =>
  Object.fromEntries(Object.entries(written).filter(([, value]) => value !== null && value !== undefined)) as Given<T>;
