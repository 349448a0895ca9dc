import type { AuthorizeRequest, PaymentRecord } from '@waybill/contracts';
import * as payment from '../domain/payment.ts';
import { apply, type PaymentDeps, recordOf } from './decision.ts';

export const authorize =
  ({ payments, newId }: PaymentDeps) =>
  async (request: AuthorizeRequest): Promise<PaymentRecord> => {
    const known = await payments.find(request.orderId);
    return recordOf(apply(payments, payment.authorize(known, request, newId)).payment);
  };
