import type { PlacedOrder } from '@waybill/contracts/words';
import type { Engine } from './engine.ts';
import { OrderConflict } from './errors.ts';
import { fingerprintOf } from './fingerprint.ts';
import { orderIdOfKey } from './ids.ts';
import { starting } from './start.ts';

/** An order that is about to be placed. `orderId` is null where its shop gave none. */
export type OrderToPlace = Omit<PlacedOrder, 'orderId' | 'fingerprint'> & { orderId: string | null };

/** The key's scope is its caller: the same key of two callers is two keys. */
export type PlacedUnder = { idempotencyKey: string | null; caller: string };

/** `placed` is null when the same order had been placed before. */
export type Placement = { orderId: string; placed: PlacedOrder | null };

/**
 * Starts an order's workflow with one call to the engine; more are made only for an order that was there before, or
 * for a key that comes with an order id of its own. Asking again for the same changes nothing, whatever was lost on
 * the way.
 */
export const placing = (engine: Engine, newOrderId: () => string) => {
  const start = starting(engine);

  /** Nothing keeps a register of keys: the order id that a key stands for is itself the register. */
  const claim = async (keyId: string, orderId: string, fingerprint: string): Promise<void> => {
    const holder = await start.keyHolder(keyId, { orderId, fingerprint });
    if (holder.orderId !== orderId || holder.fingerprint !== fingerprint) throw keyTaken(holder.orderId);
  };

  const place = async (asked: OrderToPlace, orderId: string, fingerprint: string): Promise<Placement> => {
    const placed = { ...asked, orderId, fingerprint };
    const holder = await start.fulfillment(placed);
    if (holder.fingerprint !== fingerprint) throw asked.orderId === null ? keyTaken(holder.orderId) : idTaken(orderId);
    if (holder.justStarted) return { orderId, placed };
    // A key that was first used with an order id of its own may have come no further than that.
    return holder.orderId === orderId ? { orderId, placed: null } : place(asked, holder.orderId, fingerprint);
  };

  return async (asked: OrderToPlace, { idempotencyKey, caller }: PlacedUnder): Promise<Placement> => {
    const fingerprint = fingerprintOf(contentOf(asked));
    const keyId = idempotencyKey === null ? null : orderIdOfKey(caller, idempotencyKey);
    const orderId = asked.orderId ?? keyId ?? newOrderId();
    if (keyId !== null && keyId !== orderId) await claim(keyId, orderId, fingerprint);
    return place(asked, orderId, fingerprint);
  };
};

/** What the customer asked for, without what this system added to it. */
const contentOf = ({
  orderId,
  placedAt,
  placedBy,
  correlationId,
  patience,
  limitMs,
  items,
  ...content
}: OrderToPlace) => ({
  ...content,
  items: items.map(({ sku, quantity, unitPrice }) => ({ sku, quantity, unitPrice })),
});

const keyTaken = (orderId: string) =>
  new OrderConflict(orderId, `This idempotency key stands for order ${orderId}, which was placed with other content`);

const idTaken = (orderId: string) =>
  new OrderConflict(orderId, `Order ${orderId} was placed before, with other content`);
