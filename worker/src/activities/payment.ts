import type { PaymentRecord } from '@waybill/contracts';
import type { Money } from '@waybill/contracts/domain';
import { type ProvidersClient, Refused } from '@waybill/providers-client';
import { createProviderActivity, type OrderRef } from './attempt.ts';

type Hold = OrderRef & { customerId: string; amount: Money; change: number };
type Capture = OrderRef & { authorizationId: string; amount: Money };

/**
 * The activities of the payment provider. Idempotency keys are derived from order and step, so that a retry has no
 * second effect.
 */
export const createPaymentActivities = ({ payment }: ProvidersClient) => ({
  authorizePayment: createProviderActivity(async ({ correlationId: _, ...hold }: Hold, call) => {
    const key = `${hold.orderId}:authorize:${hold.change}`;
    const held = await payment.authorize(hold, { ...call, idempotencyKey: key });
    return { authorizationId: held.authorizationId, payment: held as PaymentRecord };
  }),

  capturePayment: createProviderActivity(async ({ correlationId: _, ...capture }: Capture, call) => {
    const captured = await payment
      .capture(capture, { ...call, idempotencyKey: `${capture.orderId}:capture` })
      .catch(unlessEffective('ALREADY_CAPTURED', () => payment.status(capture, call)));
    return { payment: captured };
  }),

  releasePayment: createProviderActivity(({ orderId }: OrderRef, call) =>
    payment.release({ orderId }, { ...call, idempotencyKey: `${orderId}:release` }),
  ),

  refundPayment: createProviderActivity(async ({ orderId }: OrderRef, call) =>
    payment.refund({ orderId }, { ...call, idempotencyKey: `${orderId}:refund` }).catch(
      unlessEffective('ALREADY_REFUNDED', async () => {
        const record = await payment.status({ orderId }, call);
        return record && { payment: record, effect: 'DONE' as const };
      }),
    ),
  ),
});

export type PaymentActivities = ReturnType<typeof createPaymentActivities>;

/** "Already" is not a refusal: the effect has happened, so its result is read and the step continues. */
const unlessEffective =
  <T>(code: string, look: () => Promise<T | null>) =>
  async (error: unknown): Promise<T> => {
    const found = error instanceof Refused && error.code === code ? await look() : null;
    if (found === null) throw error;
    return found;
  };
