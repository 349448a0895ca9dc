import type { CaptureRequest, PaymentRecord } from '@waybill/contracts';
import * as payment from '../domain/payment.ts';
import { apply, type PaymentDeps, recordOf } from './decision.ts';

export const capture =
  ({ payments }: PaymentDeps) =>
  async (request: CaptureRequest): Promise<PaymentRecord> => {
    const known = await payments.find(request.orderId);
    return recordOf(apply(payments, payment.capture(known, request)).payment);
  };
