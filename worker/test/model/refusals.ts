import type { ProviderRefusal } from '@waybill/contracts/domain';
import type { Operation } from '../support/operation.ts';

/** What the provider of each operation may refuse it for. */
export const refusalOf: Partial<Record<Operation, ProviderRefusal>> = {
  authorize: 'PAYMENT_DECLINED',
  reserve: 'OUT_OF_STOCK',
  capture: 'AUTHORIZATION_EXPIRED',
  label: 'ADDRESS_REFUSED',
  dispatch: 'UNKNOWN_SHIPMENT',
  notify: 'INVALID_RECIPIENT',
  release: 'UNKNOWN_AUTHORIZATION',
  refund: 'REFUND_EXCEEDS_CAPTURE',
  'release stock': 'UNKNOWN_SKU',
  'cancel shipment': 'UNKNOWN_SHIPMENT',
  'cancel label': 'UNKNOWN_SHIPMENT',
};
