/** What the bank may refuse for good, and how it calls that. */
export const refusalOf = {
  authorize: 'PAYMENT_DECLINED',
  capture: 'AUTHORIZATION_EXPIRED',
  release: 'UNKNOWN_AUTHORIZATION',
  refund: 'REFUND_EXCEEDS_CAPTURE',
} as const;
export type RefusedCall = keyof typeof refusalOf;
