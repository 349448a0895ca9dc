import type { ProviderRefusal } from '@waybill/contracts/words';

/** A provider's named "no". It is final, and nothing was changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProviderRefusal;
  constructor(code: ProviderRefusal, message: string) {
    super(message);
    this.code = code;
  }
}

/** Not now, perhaps later: an answer that nobody must remember. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Another call changed the same thing at the same moment; this one has changed nothing and can be made again. */
export class Raced extends Error {
  override readonly name = 'Raced';
}

/** The status line of each refusal. */
export const statusOf = {
  PAYMENT_DECLINED: 402,
  AUTHORIZATION_EXPIRED: 410,
  ALREADY_CAPTURED: 409,
  ALREADY_REFUNDED: 409,
  CAPTURE_EXCEEDS_HOLD: 422,
  REFUND_EXCEEDS_CAPTURE: 422,
  UNKNOWN_AUTHORIZATION: 404,
  CURRENCY_MISMATCH: 422,
  OUT_OF_STOCK: 409,
  UNKNOWN_SKU: 404,
  ADDRESS_REFUSED: 400,
  UNKNOWN_SHIPMENT: 404,
  INVALID_RECIPIENT: 400,
  ORDER_UNDONE: 409,
} as const satisfies Record<ProviderRefusal, number>;
