import * as payment from '../domain/payment.ts';
import { apply, type PaymentDeps } from './decision.ts';

/** Resolves to true when the hold has expired. */
export const expire =
  ({ payments }: PaymentDeps) =>
  async ({ orderId }: { orderId: string }): Promise<boolean> => {
    const known = await payments.find(orderId);
    return known !== undefined && apply(payments, payment.expire(known)).payment.status === 'FAILED';
  };
