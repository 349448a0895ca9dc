import type { OrderMemo, PlacedOrder } from '@waybill/contracts/domain';
import type { Engine } from './engine.ts';
import { OrderConflict } from './errors.ts';
import { fingerprintOf } from './fingerprint.ts';
import { orderIdOfKey } from './order-id.ts';
import { createWorkflowStart } from './workflow-start.ts';

/** An order to be placed. `orderId` is null where the client gave none. */
export type OrderToPlace = Omit<PlacedOrder, 'orderId' | 'fingerprint' | 'keyId'> & { orderId: string | null };

/** Who holds an id in the order book, which remembers longer than the engine; undefined when it does not say. */
export type BookLookup = (id: string) => Promise<OrderMemo | undefined>;

/** The key's scope is its caller: the same key of two callers is two keys. */
export type PlacementOptions = { idempotencyKey: string | null; caller: string; inBook?: BookLookup };

const nobody: BookLookup = async () => undefined;

/** `placed` is null when the same order had been placed before. */
export type Placement = { orderId: string; placed: PlacedOrder | null };

type StartOptions = { newId: () => string; taskQueue: string };

/**
 * Starts an order's workflow with one call to the engine; more are needed only for an order that was placed before, or
 * for a key together with an order id. A repeated call changes nothing, whichever response was lost. Every id that
 * comes from outside is also looked up in the order book.
 */
export const createPlacement = (engine: Engine, { newId, taskQueue }: StartOptions) => {
  const start = createWorkflowStart(engine, taskQueue);

  return async (asked: OrderToPlace, under: PlacementOptions): Promise<Placement> => {
    const { idempotencyKey, caller, inBook = nobody } = under;
    const fingerprint = fingerprintOf(contentOf(asked));
    const keyId = idempotencyKey === null ? null : orderIdOfKey(caller, idempotencyKey);

    /** Keys have no registry: the order id that is derived from a key is itself the registry. */
    const claim = async (key: string, orderId: string): Promise<void> => {
      const holder = await start.keyHolder(key, { orderId, fingerprint }, inBook(key));
      if (holder.orderId !== orderId || holder.fingerprint !== fingerprint) throw keyTaken(holder.orderId);
    };

    const place = async (orderId: string, known: BookLookup): Promise<Placement> => {
      const ofAnId = keyId !== null && keyId !== orderId;
      const placed = { ...asked, orderId, fingerprint, ...(ofAnId ? { keyId } : {}) };
      const holder = await start.fulfillment(placed, known(orderId));
      if (holder.fingerprint !== fingerprint)
        throw asked.orderId === null ? keyTaken(holder.orderId) : idTaken(orderId);
      if (holder.justStarted) return { orderId, placed };
      // A key that was first used with an order id of its own may have come no further than that.
      return holder.orderId === orderId ? { orderId, placed: null } : place(holder.orderId, known);
    };

    const given = asked.orderId ?? keyId;
    if (given === null) return place(newId(), nobody);
    if (keyId !== null && keyId !== given) await claim(keyId, given);
    return place(given, inBook);
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
  limits,
  shippingQueue,
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
