import type { PlacedOrder } from '@waybill/contracts/domain';
import { payment as compensating, type StepActivities } from '../activities/proxies.ts';
import type { OrderRecord } from '../state/order-record.ts';
import type { Hold } from './hold.ts';
import { recordPayment, recordRefusedPayment } from './record.ts';

/** The payment of one order: authorized, then captured. */
export function createPayment(order: OrderRecord, placed: PlacedOrder, activities: StepActivities) {
  const { orderId, customerId, correlationId } = placed;
  const recorded = recordPayment(order);
  const refused = recordRefusedPayment(order);
  const { state } = order;
  let authorizationId = '';

  const requestFor = (hold: Hold) => ({
    orderId,
    correlationId: hold.correlationId,
    customerId,
    amount: { ...state.total, amountMinor: hold.totalMinor },
    change: hold.change,
  });

  return {
    async authorize() {
      const request = requestFor({ items: state.items, totalMinor: state.total.amountMinor, correlationId, change: 0 });
      const held = await activities.authorizePayment(request).then(recorded, refused);
      authorizationId = held.authorizationId;
      return held;
    },

    capture: () =>
      activities
        .capturePayment({ orderId, correlationId, authorizationId, amount: state.total })
        .then(recorded, refused),

    /** Grows the authorized amount with an added item, and shrinks it back if that fails. */
    hold: {
      refusal: 'PAYMENT_REFUSED' as const,
      grow: async (hold: Hold) => recorded(await activities.authorizePayment(requestFor(hold))),
      shrinkBack: async (hold: Hold) => recorded(await compensating.authorizePayment(requestFor(hold))),
    },
  };
}
