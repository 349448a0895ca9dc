import type { ProviderRefusal } from '@waybill/contracts/domain';

/** A provider's named refusal. It is final and has no effect. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProviderRefusal;
  constructor(code: ProviderRefusal, message: string) {
    super(message);
    this.code = code;
  }
}

/** A temporary refusal: the same call may succeed later, so its reply must not be stored. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Another call changed the same rows at the same time; this one has written nothing and can be retried. */
export class Raced extends Error {
  override readonly name = 'Raced';
}

/** The HTTP status of each refusal. */
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
