import { CancellationScope } from '@temporalio/workflow';
import type { PlacedOrder } from '@waybill/contracts/words';
import { openOrder } from '../../src/workflows/order/open-order.ts';

export { shipOrder } from '../../src/workflows/index.ts';

/** Fulfills orders as the real one does, up to a bug after the payment is authorized. */
export async function fulfillOrder(placed: PlacedOrder) {
  const { cancelRequested } = CancellationScope.current();

  return CancellationScope.nonCancellable(async () => {
    const { story, take } = openOrder(placed, cancelRequested);
    await story.tell(async () => {
      await take.receive();
      await take.validate();
      await take.enrich();
      await take.authorizePayment();
      throw new TypeError("Cannot read properties of undefined (reading 'amountMinor')");
    });
    return story.close();
  });
}
