import type { PaymentUndone, RefundRequest } from '@waybill/contracts';
import * as payment from '../domain/payment.ts';
import { apply, compensated, type PaymentDeps } from './decision.ts';

export const refund =
  ({ payments }: PaymentDeps) =>
  async (request: RefundRequest): Promise<PaymentUndone> =>
    compensated(apply(payments, payment.refund(await payments.find(request.orderId), request)));
