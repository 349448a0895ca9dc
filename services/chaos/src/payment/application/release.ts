import type { PaymentUndone, ReleaseRequest } from '@waybill/contracts';
import * as payment from '../domain/payment.ts';
import { apply, compensated, type PaymentDeps } from './decision.ts';

export const release =
  ({ payments }: PaymentDeps) =>
  async ({ orderId }: ReleaseRequest): Promise<PaymentUndone> =>
    compensated(apply(payments, payment.release(await payments.find(orderId), orderId)));
