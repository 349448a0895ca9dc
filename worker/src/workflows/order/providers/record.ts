import type { PaymentRecord } from '@waybill/contracts';
import type { Compensation, ShipmentStatus } from '@waybill/contracts/domain';
import { toStepFailure } from '../../shared/activities/failure.ts';
import type { OrderRecord } from '../state/order-record.ts';

/** Copies the payment in a provider's response into the order, and returns the rest of the response. */
export const recordPayment =
  (order: OrderRecord) =>
  <T>({ payment, ...rest }: { payment: PaymentRecord } & T): Omit<{ payment: PaymentRecord } & T, 'payment'> => {
    const { status, authorized, captured, refunded } = payment;
    // What a person has refunded elsewhere is refunded, whatever the provider knows of it.
    const refundedByHand = order.state.compensations.some(isRefundByHand);
    order.updatePayment({ status: refundedByHand ? 'REFUNDED' : status, authorized, captured, refunded });
    return rest;
  };

const isRefundByHand = ({ undoes, settledBy }: Compensation) => undoes === 'CAPTURE_PAYMENT' && settledBy !== undefined;

/** A payment that was refused has failed; after a fault its state is not known. */
export const recordRefusedPayment =
  (order: OrderRecord) =>
  (failure: unknown): never => {
    if (toStepFailure(failure).refused) order.updatePayment({ status: 'FAILED' });
    throw failure;
  };

type CarrierReply = { carrier?: string; trackingNumber?: string };

/** Copies the new status of the shipment, and what the carrier said of it, into the order. */
export const recordShipment =
  (order: OrderRecord, status: ShipmentStatus) =>
  <T extends object>(reply: T & CarrierReply): T => {
    const { carrier, trackingNumber } = reply;
    order.updateShipment({ status, ...(carrier ? { carrier } : {}), ...(trackingNumber ? { trackingNumber } : {}) });
    return reply;
  };
