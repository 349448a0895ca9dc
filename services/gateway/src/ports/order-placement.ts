import type { NewOrder } from '@waybill/contracts';
import { orderAsPlaced } from '@waybill/contracts/domain';
import { IdempotencyConflict, type PlacedSnapshot } from '@waybill/graphql';
import { createIdentityLookup } from '@waybill/order-book-client';
import { createOrderPlacing, PaymentReferenceConflict, type References, StartConflict } from '@waybill/orders-client';
import { actorOf, type Caller } from './caller.ts';
import type { PortDependencies } from './dependencies.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import type { FindOrder } from './order-lookup.ts';

/** Places an order and returns its first state, or its current state if it was placed before. */
export const createPlacement = (
  { orders, book, snapshots, now, overrides }: PortDependencies,
  caller: Caller,
  find: FindOrder,
) => {
  const references = (correlationId: string): References => ({
    claim: (claim) => book.claimPaymentReference(claim, { correlationId }),
    abandon: (claim) => book.abandonClaim(claim, { correlationId }),
  });
  const placeOrder = createOrderPlacing({ orders, inBook: createIdentityLookup(book), references, now });

  /** Another customer's order is not named. */
  const holderShown = async ({ orderId, holder }: PaymentReferenceConflict): Promise<string> => {
    const { viewer } = caller;
    if (viewer?.role !== 'CUSTOMER') return holder;
    return (await find(holder))?.customerId === viewer.id ? holder : orderId;
  };

  const asConflictError = async (error: unknown): Promise<never> => {
    if (error instanceof StartConflict) throw new IdempotencyConflict(error.id, error.message, error.keyReused);
    if (error instanceof PaymentReferenceConflict)
      throw new IdempotencyConflict(await holderShown(error), error.message, false);
    throw error;
  };

  return async (order: NewOrder): Promise<PlacedSnapshot> => {
    const by = {
      actor: actorOf(caller),
      correlationId: caller.correlationId,
      idempotencyKey: idempotencyKeyOf(order, caller),
      overrides,
    };
    const { orderId, placed: started } = await placeOrder(order, by).catch(asConflictError);
    if (started) return { order: snapshots.fromWorkflow(orderAsPlaced(started)), placed: true };
    const before = await find(orderId);
    if (!before)
      throw new Error(`Order ${orderId} was placed before, but neither the engine nor the order book has it`);
    return { order: before, placed: false };
  };
};
