import type { BookedOrder } from '@waybill/contracts';
import type { OrderFailure, OrderState } from '@waybill/contracts/domain';
import type { OrderSnapshot } from '@waybill/graphql';
import type { RunningWork } from '@waybill/orders-client';

/** Creates the order of the schema from the data of the engine or the order book. */
export type OrderSnapshots = {
  fromWorkflow: (order: OrderState, running?: RunningWork | null, taskFailing?: boolean) => OrderSnapshot;
  fromBook: (booked: BookedOrder) => OrderSnapshot;
};

export function createOrderSnapshots(
  now: () => Date,
  linkTo: ((orderId: string) => string) | undefined,
): OrderSnapshots {
  const snapshot = (order: OrderState, asOf: string, running: RunningWork | null): OrderSnapshot => ({
    ...order,
    asOf,
    running,
    ...(linkTo ? { temporalUi: linkTo(order.orderId) } : {}),
  });
  return {
    fromWorkflow: (order, running = null, taskFailing = false) => ({
      ...snapshot(order, now().toISOString(), running),
      ...(taskFailing ? { taskFailing } : {}),
    }),
    fromBook: ({ order, asOf, attention }) => ({
      ...snapshot(order, asOf, null),
      ...(attention ? { attention } : {}),
      ...(attention === 'LOST' ? { failure: order.failure ?? lost(order) } : {}),
    }),
  };
}

const lost = ({ currentStep }: OrderState): OrderFailure => ({
  code: 'WORKFLOW_LOST',
  message: 'The order was interrupted; what had been done for it is being undone',
  step: currentStep,
});
