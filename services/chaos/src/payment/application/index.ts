import type { RefundQuery } from '@waybill/contracts';
import { authorize } from './authorize.ts';
import { capture } from './capture.ts';
import { type PaymentDeps, recordOf } from './decision.ts';
import { expire } from './expire.ts';
import { refund } from './refund.ts';
import { release } from './release.ts';

export type { PaymentDeps };

/** Each use case finds the payment, decides by its rules, and writes the decision. */
export const createPaymentUseCases = (deps: PaymentDeps) => ({
  authorize: authorize(deps),
  capture: capture(deps),
  release: release(deps),
  refund: refund(deps),
  expire: expire(deps),
  status: async (orderId: string) => {
    const payment = await deps.payments.find(orderId);
    return payment && recordOf(payment);
  },
  refundBy: async ({ orderId, key }: RefundQuery) => {
    const amount = await deps.payments.refundBy(orderId, key);
    return amount && { orderId, amount };
  },
  statistics: () => deps.payments.statistics(),
});

export type PaymentUseCases = ReturnType<typeof createPaymentUseCases>;
