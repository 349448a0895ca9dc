import {
  CurrencyCode,
  CustomerId,
  decimalsOf,
  Line,
  minorUnits,
  type OrderFilter,
  type OrderSort,
} from '@waybill/contracts';
import { builder, type Context } from '../builder/builder.ts';
import { badUserInput, forbidden } from '../builder/request-errors.ts';
import { type WithoutNulls, withoutNulls } from '../error/without-nulls.ts';
import { viewerOf } from '../viewer/viewer.ts';
import { FulfillmentPlan, OrderStatus } from './enums.ts';
import { OrderHealth } from './health.ts';

export const OrderFilterInput = builder.inputType('OrderFilter', {
  description: 'Conditions on the orders; an order must meet all of them. Customers see only their own orders.',
  fields: (t) => ({
    status: t.field({ type: [OrderStatus], description: 'Status is one of these.' }),
    customerId: t.id({ description: 'Placed for this customer; customers may give only their own id.' }),
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
      description: 'True: only orders that are stuck or await approval. False: only the others.',
    }),
    health: t.field({
      type: [OrderHealth],
      description:
        'Health is one of these, as recorded in the order book: a failed attempt is recorded when the next one starts.',
    }),
    idPrefix: t.string({
      description: 'Prefix of the order id, at least 4 characters; case-sensitive, without wildcards.',
    }),
    sku: t.string({ description: 'An item has this SKU.' }),
    updatedFrom: t.field({
      type: 'DateTime',
      description: 'Last updated at this time or later. Not in `ordersChanged`.',
    }),
    updatedTo: t.field({ type: 'DateTime', description: 'Last updated before this time. Not in `ordersChanged`.' }),
    plan: t.field({ type: FulfillmentPlan, description: 'Order in which the steps run.' }),
  }),
});

type Written = typeof OrderFilterInput.$inferInput;

/** Parses a filter for this viewer. */
export function parseFilter(written: Written | null | undefined, context: Context, orderBy?: OrderSort): OrderFilter {
  const { minTotal, maxTotal, status, health, ...rest } = withoutNulls(written ?? {});
  const viewer = viewerOf(context);
  const { id } = viewer;
  const isCustomer = viewer.role === 'CUSTOMER';
  if (isCustomer && rest.customerId !== undefined && rest.customerId !== id)
    throw forbidden(viewer, { field: 'customerId' });
  const comparesTotals = minTotal !== undefined || maxTotal !== undefined || !!orderBy?.startsWith('TOTAL');
  const currencyCode = rest.currencyCode ?? (comparesTotals ? 'USD' : undefined);
  if (currencyCode && !CurrencyCode.safeParse(currencyCode).success) {
    throw badUserInput('filter.currencyCode must be an ISO 4217 currency code');
  }
  checkTexts(rest);
  return withoutNulls({
    ...rest,
    currencyCode,
    status: status && [...status],
    health: health && [...health],
    minTotalMinor: total('minTotal', minTotal, currencyCode),
    maxTotalMinor: total('maxTotal', maxTotal, currencyCode),
    customerId: isCustomer ? id : rest.customerId,
  });
}

/** Filters on the time of the last update are refused for changes: every change updates its order. */
export function parseFeedFilter(written: Written | null | undefined, context: Context): OrderFilter {
  for (const field of ['updatedFrom', 'updatedTo'] as const)
    if (written?.[field])
      throw badUserInput(`filter.${field} is not supported by ordersChanged, where every change updates its order`);
  return parseFilter(written, context);
}

function checkTexts({ customerId, sku, idPrefix }: WithoutNulls<Written>): void {
  if (customerId && !CustomerId.safeParse(customerId).success)
    throw badUserInput('filter.customerId must be a customer id');
  if (sku !== undefined && !Line.safeParse(sku).success)
    throw badUserInput('filter.sku must be a SKU: one line of text');
  if (idPrefix !== undefined && !Line.min(4).safeParse(idPrefix).success)
    throw badUserInput('filter.idPrefix must have 4 to 200 characters');
}

function total(field: string, decimal: string | undefined, currencyCode = 'USD'): number | undefined {
  if (decimal === undefined) return undefined;
  const minor = minorUnits(decimal, currencyCode);
  if (minor === undefined) {
    throw badUserInput(`filter.${field} is not an amount with ${decimalsOf(currencyCode)} decimals at most`);
  }
  return minor;
}
