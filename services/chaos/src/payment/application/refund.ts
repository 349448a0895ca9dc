import type { PaymentUndone, RefundRequest } from '@waybill/contracts';
import * as payment from '../domain/payment.ts';
import { apply, compensated, type PaymentDeps } from './decision.ts';

/** A call that is repeated after its reply was deleted still finds its refund in the ledger. */
export const refund =
  ({ payments }: PaymentDeps) =>
  async (request: RefundRequest, key?: string): Promise<PaymentUndone> => {
    const known = await payments.find(request.orderId);
    const before = known?.refunded && key ? await payments.refundBy(request.orderId, key) : undefined;
    return compensated(apply(payments, payment.refund(known, request, { key, before })));
  };
