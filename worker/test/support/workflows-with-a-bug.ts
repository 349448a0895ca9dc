import { CancellationScope } from '@temporalio/workflow';
import type { PlacedOrder } from '@waybill/contracts/domain';
import { closeOrder } from '../../src/workflows/order/book/close-order.ts';
import { steps } from '../../src/workflows/order/fulfill-order.ts';
import { createOrderWorkflow } from '../../src/workflows/order/order-workflow.ts';

export { shipOrder } from '../../src/workflows/index.ts';

/** Fulfills orders as the real one does, up to a bug after the payment is authorized. */
export async function fulfillOrder(placed: PlacedOrder) {
  const { cancelRequested } = CancellationScope.current();

  return CancellationScope.nonCancellable(async () => {
    const run = createOrderWorkflow(placed, cancelRequested);
    await run.saga.run(async () => {
      await steps.RECEIVE(run);
      await steps.VALIDATE(run);
      await steps.ENRICH(run);
      await steps.AUTHORIZE_PAYMENT(run);
      throw new TypeError("Cannot read properties of undefined (reading 'amountMinor')");
    });
    return closeOrder(run.order, run.book);
  });
}
