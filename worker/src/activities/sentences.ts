import type { OrderBookRefusal } from '@waybill/contracts';
import type { ProviderRefusal } from '@waybill/contracts/words';

/** What people are told of a "no". What the provider itself said of it is for the log. */
const sentences: Partial<Record<string, string>> = {
  PAYMENT_DECLINED: 'The payment was declined',
  AUTHORIZATION_EXPIRED: 'The hold on the money has expired',
  ALREADY_CAPTURED: 'The money was taken before',
  ALREADY_REFUNDED: 'The money was given back before',
  CAPTURE_EXCEEDS_HOLD: 'Less money is held than was to be taken',
  REFUND_EXCEEDS_CAPTURE: 'Less money was taken than was to be given back',
  UNKNOWN_AUTHORIZATION: 'No money is held for this order',
  CURRENCY_MISMATCH: 'The payment is in another currency',
  OUT_OF_STOCK: 'There is not enough of it in stock',
  UNKNOWN_SKU: 'There is no such product',
  ADDRESS_REFUSED: 'The carrier does not deliver to this address',
  UNKNOWN_SHIPMENT: 'There is no shipment of this order',
  INVALID_RECIPIENT: 'The message cannot be sent to this e-mail address',
  ORDER_UNDONE: 'This was undone before',
  IDEMPOTENCY_CONFLICT: 'The order id stands for another order',
} satisfies Record<ProviderRefusal, string> & Partial<Record<OrderBookRefusal, string>>;

export const refusedSentence = (code: string): string => sentences[code] ?? 'It was refused';

/** A fault is tried again, and what it was is nobody's business but an engineer's. */
export const faultSentence = 'The service that does this has not answered as it should';
