import { CancellationScope } from '@temporalio/workflow';
import type { FulfillmentPlan, OrderOutcome, PlacedOrder } from '@waybill/contracts/words';
import { openOrder } from './open-order.ts';
import type { Steps } from './steps.ts';

/**
 * Fulfills one order: takes the steps of its plan, undoes what was done when one of them fails, and tells the customer.
 * Completes when the business has decided, be it a yes or a no; fails when a machine was at fault and someone must look.
 */
export async function fulfillOrder(placed: PlacedOrder): Promise<OrderOutcome> {
  const { cancelRequested } = CancellationScope.current();

  return CancellationScope.nonCancellable(async () => {
    const { plan, story, take } = openOrder(placed, cancelRequested);
    await story.tell(() => plans[plan](take));
    if (!story.isElsewhere) await take.notifyCustomer();
    return story.close();
  });
}

/** In which order the steps are taken. */
const plans: Record<FulfillmentPlan, (take: Steps) => Promise<void>> = {
  /** The money is held first, so that a person approves only what can be paid. */
  async AUTHORIZE_FIRST(take) {
    await take.receive();
    await take.validate();
    await take.enrich();
    await take.authorizePayment();
    await take.awaitApproval();
    await take.reserveInventory();
    await take.capturePayment();
    await take.ship();
  },

  /** The stock is reserved first, so that a person approves only what can be delivered. */
  async RESERVE_FIRST(take) {
    await take.receive();
    await take.validate();
    await take.enrich();
    await take.reserveInventory();
    await take.awaitApproval();
    await take.authorizePayment();
    await take.capturePayment();
    await take.ship();
  },
};
