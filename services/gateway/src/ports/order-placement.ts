import { IdempotencyKey, limits, lineTotal } from '@waybill/contracts';
import { orderAsPlaced } from '@waybill/contracts/domain';
import { IdempotencyConflict, InvalidInput, type NewOrder, type OrderSnapshot } from '@waybill/graphql';
import { Unavailable } from '@waybill/order-book-client';
import { OrderConflict, type OrderToPlace } from '@waybill/orders-client';
import type { Book } from '../order-book.ts';
import { actorOf, type Caller } from './caller.ts';
import type { PortDependencies } from './dependencies.ts';
import type { FindOrder } from './order-lookup.ts';

/** Places an order and returns its first state; of one that was placed before, its present state. */
export const createPlacement =
  ({ orders, book, snapshots, now, overrides }: PortDependencies, caller: Caller, find: FindOrder) =>
  async (order: NewOrder): Promise<OrderSnapshot> => {
    const idempotencyKey = keyOf(order, caller);
    const placed = { ...toPlace(order, caller, now()), ...overrides };
    const { orderId, placed: started } = await orders
      .place(placed, { idempotencyKey, caller: actorOf(caller), inBook: holderIn(book, caller) })
      .catch(asConflictError);
    if (started) return snapshots.fromWorkflow(orderAsPlaced(started));
    const before = await find(orderId);
    if (!before) throw new Error(`Order ${orderId} was placed before, and is nowhere to be found`);
    return before;
  };

/** An order book that does not answer delays no order: whether it was placed before, its workflow finds out. */
const bookMs = 1_000;

const holderIn =
  (book: Book, { correlationId }: Caller) =>
  (id: string) =>
    book.identity(id, { correlationId, deadlineMs: bookMs }).catch(undefinedWhenUnavailable);

function undefinedWhenUnavailable(error: unknown): undefined {
  if (!(error instanceof Unavailable)) throw error;
}

function toPlace(order: NewOrder, caller: Caller, now: Date): OrderToPlace {
  const { idempotencyKey: _, currencyCode, ...content } = order;
  return {
    ...content,
    total: { amountMinor: order.items.reduce((sum, item) => sum + lineTotal(item), 0), currencyCode },
    placedAt: now.toISOString(),
    placedBy: actorOf(caller),
    correlationId: caller.correlationId,
  };
}

/** The field and the header say the same thing; one of them is enough. */
function keyOf({ idempotencyKey }: NewOrder, { idempotencyKey: header }: Caller): string | null {
  if (header === null) return idempotencyKey;
  if (!HeaderKey.safeParse(header).success) {
    throw wrongKey(`in the header Idempotency-Key must be 1 to ${limits.idempotencyKey} printable ASCII characters`);
  }
  if (idempotencyKey !== null && idempotencyKey !== header)
    throw wrongKey('is not what the header Idempotency-Key says');
  return header;
}

function asConflictError(error: unknown): never {
  if (error instanceof OrderConflict) throw new IdempotencyConflict(error.orderId, error.message);
  throw error;
}

/** Beyond ASCII, bytes of a header are read as one client means them and not as another. */
const HeaderKey = IdempotencyKey.regex(/^[\x20-\x7e]*$/);

const wrongKey = (message: string) => new InvalidInput([{ path: ['idempotencyKey'], message }]);
