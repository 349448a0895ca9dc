import { type PaymentStatus, paymentStatuses } from '@waybill/contracts/domain';

const arrows: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  PENDING: ['AUTHORIZED', 'CAPTURED', 'REFUNDED', 'RELEASED', 'FAILED'],
  AUTHORIZED: ['CAPTURED', 'REFUNDED', 'RELEASED', 'FAILED'],
  CAPTURED: ['REFUNDED'],
  REFUNDED: [],
  RELEASED: [],
  FAILED: [],
};

/** The statuses from which a payment can change to `status`, including itself: a hold can grow. */
export const mayBecome = (status: PaymentStatus): PaymentStatus[] =>
  paymentStatuses.filter((from) => from === status || arrows[from].includes(status));
