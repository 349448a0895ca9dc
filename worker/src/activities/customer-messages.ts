import type { OrderBookRefusal } from '@waybill/contracts';
import type { ProviderRefusal } from '@waybill/contracts/domain';

/** The message to customers for each refusal. The provider's own text goes to the log. */
const sentences: Partial<Record<string, string>> = {
  PAYMENT_DECLINED: 'The payment was declined',
  AUTHORIZATION_EXPIRED: 'The payment hold has expired',
  ALREADY_CAPTURED: 'The payment was captured before',
  ALREADY_REFUNDED: 'The payment was refunded before',
  CAPTURE_EXCEEDS_HOLD: 'The hold is smaller than the amount to capture',
  REFUND_EXCEEDS_CAPTURE: 'The captured amount is smaller than the refund',
  UNKNOWN_AUTHORIZATION: 'There is no payment hold for this order',
  CURRENCY_MISMATCH: 'The payment is in another currency',
  OUT_OF_STOCK: 'There is not enough stock',
  UNKNOWN_SKU: 'There is no such product',
  ADDRESS_REFUSED: 'The carrier does not deliver to this address',
  UNKNOWN_SHIPMENT: 'There is no shipment of this order',
  INVALID_RECIPIENT: 'The message cannot be sent to this e-mail address',
  ORDER_UNDONE: 'This was undone before',
  IDEMPOTENCY_CONFLICT: 'The order id belongs to another order',
} satisfies Record<ProviderRefusal, string> & Partial<Record<OrderBookRefusal, string>>;

export const refusedSentence = (code: string): string => sentences[code] ?? 'It was refused';

/** The message to customers for any fault; the details are in the log. */
export const faultSentence = 'The service that does this did not answer as expected';
