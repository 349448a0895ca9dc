import type { PaymentRecord } from '@waybill/contracts';
import type { Compensation, ShipmentStatus } from '@waybill/contracts/domain';
import { toStepFailure } from '../../shared/activities/failure.ts';
import type { OrderRecord } from '../state/order-record.ts';

/** Copies the payment in a provider's response into the order, and returns the rest of the response. */
export const recordPayment =
  (order: OrderRecord) =>
  <T>({ payment, ...rest }: { payment: PaymentRecord } & T): Omit<{ payment: PaymentRecord } & T, 'payment'> => {
    const { status, authorized, captured, refunded } = payment;
    // A refund that a person made elsewhere counts, whether or not the provider knows it.
    const refundedByHand = order.state.compensations.some(isRefundByHand);
    order.updatePayment({ status: refundedByHand ? 'REFUNDED' : status, authorized, captured, refunded });
    return rest;
  };

const isRefundByHand = ({ undoes, settledBy }: Compensation) => undoes === 'CAPTURE_PAYMENT' && settledBy !== undefined;

/** A refused payment has failed; after a fault its state is unknown. */
export const recordRefusedPayment =
  (order: OrderRecord) =>
  (failure: unknown): never => {
    if (toStepFailure(failure).refused) order.updatePayment({ status: 'FAILED' });
    throw failure;
  };

type CarrierReply = { carrier?: string; trackingNumber?: string };

/** Copies the new status of the shipment, and the carrier's data, into the order. */
export const recordShipment =
  (order: OrderRecord, status: ShipmentStatus) =>
  <T extends object>(reply: T & CarrierReply): T => {
    const { carrier, trackingNumber } = reply;
    order.updateShipment({ status, ...(carrier ? { carrier } : {}), ...(trackingNumber ? { trackingNumber } : {}) });
    return reply;
  };
