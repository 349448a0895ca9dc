/** Why a provider refused. Anything that is not on this list is a fault, and is retried. */
export const providerRefusals = [
  'PAYMENT_DECLINED',
  'AUTHORIZATION_EXPIRED',
  'ALREADY_CAPTURED',
  'ALREADY_REFUNDED',
  'CAPTURE_EXCEEDS_HOLD',
  'REFUND_EXCEEDS_CAPTURE',
  'UNKNOWN_AUTHORIZATION',
  'CURRENCY_MISMATCH',
  'OUT_OF_STOCK',
  'UNKNOWN_SKU',
  'ADDRESS_REFUSED',
  'UNKNOWN_SHIPMENT',
  'INVALID_RECIPIENT',
  /** The compensation came first; the step is refused from now on. */
  'ORDER_UNDONE',
] as const;
export type ProviderRefusal = (typeof providerRefusals)[number];

/** Why an order did not ship, beyond a provider's refusal. Values of `OrderFailure.code`. */
export const orderFailures = [
  'VALIDATION_FAILED',
  'MANAGER_REJECTED',
  'APPROVAL_TIMEOUT',
  'CANCELLED',
  'DEADLINE_EXCEEDED',
  'IDEMPOTENCY_CONFLICT',
  /** It received so many commands that its history approached the engine's limit. */
  'HISTORY_TOO_LONG',
  /** A step failed on its last attempt because of faults. */
  'STEP_FAILED',
  /** An operator gave up a step that kept failing. */
  'STEP_GIVEN_UP',
  /** The workflow was ended from outside before its order was closed; its effects are compensated. */
  'WORKFLOW_LOST',
] as const;
export type OrderFailureCode = (typeof orderFailures)[number] | ProviderRefusal;

/** Why a command was refused. Values of the GraphQL enum `ErrorCode`. */
export const commandRefusals = [
  'INVALID_INPUT',
  'IDEMPOTENCY_CONFLICT',
  'ORDER_NOT_AWAITING_APPROVAL',
  'ORDER_CLOSED',
  'ALREADY_SHIPPED',
  'ADDRESS_LOCKED',
  'PAYMENT_REFUSED',
  /** Nothing that the command concerns is running and has failed. */
  'NOTHING_TO_DO',
  /** There is no workflow to receive it. */
  'WORKFLOW_LOST',
] as const;
export type CommandRefusal = (typeof commandRefusals)[number];

/** Why a command was not carried out: a refusal, or a provider's fault, after which it may be sent again under another id. */
export const commandFailures = [...commandRefusals, 'SERVICE_UNAVAILABLE'] as const;
export type CommandFailure = (typeof commandFailures)[number];
