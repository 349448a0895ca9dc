import type { Payment, Shipment } from '@waybill/contracts/words';

// What an order's payment and shipment are before anything has happened to them.

export const unpaid = (orderId: string): Payment => ({
  id: `PAY-${orderId}`,
  status: 'PENDING',
  authorized: null,
  captured: null,
  refunded: null,
});

export const unshipped: Shipment = { status: 'PREPARING', carrier: null, trackingNumber: null };
