import { IdempotencyKey, limits, type NewOrder } from '@waybill/contracts';
import { orderAsPlaced } from '@waybill/contracts/domain';
import { IdempotencyConflict, InvalidInput, type OrderSnapshot } from '@waybill/graphql';
import { createIdentityLookup } from '@waybill/order-book-client';
import { createOrderPlacing, OrderConflict } from '@waybill/orders-client';
import { actorOf, type Caller } from './caller.ts';
import type { PortDependencies } from './dependencies.ts';
import type { FindOrder } from './order-lookup.ts';

/** Places an order and returns its first state; of one that was placed before, its present state. */
export const createPlacement = (
  { orders, book, snapshots, now, overrides }: PortDependencies,
  caller: Caller,
  find: FindOrder,
) => {
  const placeOrder = createOrderPlacing({ orders, inBook: createIdentityLookup(book), now });

  return async (order: NewOrder): Promise<OrderSnapshot> => {
    const by = {
      actor: actorOf(caller),
      correlationId: caller.correlationId,
      idempotencyKey: keyOf(order, caller),
      overrides,
    };
    const { orderId, placed: started } = await placeOrder(order, by).catch(asConflictError);
    if (started) return snapshots.fromWorkflow(orderAsPlaced(started));
    const before = await find(orderId);
    if (!before) throw new Error(`Order ${orderId} was placed before, and is nowhere to be found`);
    return before;
  };
};

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
