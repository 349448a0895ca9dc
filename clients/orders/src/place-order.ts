import { lineTotal, type NewOrder } from '@waybill/contracts';
import type { OrderOverrides } from '@waybill/contracts/settings';
import type { Orders } from './orders.ts';
import type { BookLookup, Placement, References } from './placing/placement.ts';

/** Who places an order, and what comes with the request. `overrides`: what the deployment gives orders instead of the defaults. */
export type PlacedBy = {
  actor: string;
  correlationId: string;
  idempotencyKey: string | null;
  overrides: OrderOverrides;
};

type Dependencies = {
  orders: Pick<Orders, 'place'>;
  /** Looks up the holder of an id in the order book, under a correlation id. */
  inBook: (correlationId: string) => BookLookup;
  references?: (correlationId: string) => References;
  now: () => Date;
};

/**
 * Places an order that `parseOrder` has passed: adds total, clock and actor, and starts its workflow. The gateway and
 * standing orders both use it, so that the same rules apply. Rejects with `StartConflict` or
 * `PaymentReferenceConflict`.
 */
export const createOrderPlacing =
  ({ orders, inBook, references, now }: Dependencies) =>
  (order: NewOrder, { actor, correlationId, idempotencyKey, overrides }: PlacedBy): Promise<Placement> => {
    const { idempotencyKey: _, currencyCode, paymentReference, ...content } = order;
    const placed = {
      ...content,
      ...overrides,
      ...(paymentReference === null ? {} : { paymentReference }),
      total: { amountMinor: order.items.reduce((sum, item) => sum + lineTotal(item), 0), currencyCode },
      placedAt: now().toISOString(),
      placedBy: actor,
      correlationId,
    };
    const held = references && { references: references(correlationId) };
    return orders.place(placed, { idempotencyKey, caller: actor, inBook: inBook(correlationId), ...held });
  };
