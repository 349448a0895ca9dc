import type { PaymentRecord } from '@waybill/contracts';
import type { ShipmentStatus } from '@waybill/contracts/words';
import { errorIn } from '../activities/failure.ts';
import type { OrderRecord } from './order-record.ts';

/** Writes what the payment provider said into the order, and hands on the rest of its answer. */
export const notingPayment =
  (order: OrderRecord) =>
  <T>({ payment, ...rest }: { payment: PaymentRecord } & T): Omit<{ payment: PaymentRecord } & T, 'payment'> => {
    const { status, authorized, captured, refunded } = payment;
    order.paid({ status, authorized, captured, refunded });
    return rest;
  };

/** A payment that was refused has failed; after a fault nobody knows. */
export const declined =
  (order: OrderRecord) =>
  (failure: unknown): never => {
    if (errorIn(failure).refused) order.paid({ status: 'FAILED' });
    throw failure;
  };

/** Writes how far the shipment is into the order. */
export const notingShipment =
  (order: OrderRecord, status: ShipmentStatus) =>
  <T extends object>(done: T): T => {
    const { carrier, trackingNumber } = done as { carrier?: string; trackingNumber?: string };
    order.shipped({ status, ...(carrier ? { carrier } : {}), ...(trackingNumber ? { trackingNumber } : {}) });
    return done;
  };
