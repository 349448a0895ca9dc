import type { Payment, Shipment } from '@waybill/contracts/domain';

// The payment and the shipment of an order before any provider was called.

export const initialPayment = (orderId: string): Payment => ({
  id: `PAY-${orderId}`,
  status: 'PENDING',
  authorized: null,
  captured: null,
  refunded: null,
});

export const initialShipment: Shipment = { status: 'PREPARING', carrier: null, trackingNumber: null };
