import type { BookedOrder } from '@waybill/contracts';
import type { OrderState } from '@waybill/contracts/domain';
import type { orders, Rest } from './tables.ts';

type Row = typeof orders.$inferSelect;

/** The columns of a state. */
export function rowOf({ total, createdAt, updatedAt, closedAt, ...state }: OrderState) {
  const { orderId, customerId, status, items, shippingAddress, revision, ...beyond } = state;
  const rest: Rest = beyond;
  return {
    orderId,
    customerId,
    status,
    items,
    shippingAddress,
    revision,
    rest,
    totalMinor: total.amountMinor,
    currencyCode: total.currencyCode,
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
    closedAt: closedAt === null ? null : new Date(closedAt),
  };
}

export function bookedFrom(row: Row): BookedOrder {
  const { orderId, customerId, status, items, shippingAddress, revision, rest } = row;
  const order: OrderState = {
    ...rest,
    orderId,
    customerId,
    status,
    items,
    shippingAddress,
    revision,
    total: { amountMinor: row.totalMinor, currencyCode: row.currencyCode },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
  const { attention, fingerprint, epoch, writtenAt } = row;
  return { order, attention, fingerprint, ...(epoch > 0 ? { epoch } : {}), asOf: writtenAt.toISOString() };
}
