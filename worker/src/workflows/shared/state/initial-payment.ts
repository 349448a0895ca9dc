import type { Payment } from '@waybill/contracts/domain';

/** The payment of an order or a run before the provider was called. */
export const initialPayment = (orderId: string): Payment => ({
  id: `PAY-${orderId}`,
  status: 'PENDING',
  authorized: null,
  captured: null,
  refunded: null,
});
