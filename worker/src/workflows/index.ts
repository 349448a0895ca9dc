export { auditBooks } from './audit-books.ts';
export { holdIdempotencyKey } from './hold-idempotency-key.ts';
export { fulfillOrder } from './order/fulfill-order.ts';
export { recoverOrder } from './order/recovery/recover-order.ts';
export { shipOrder } from './order/shipping/ship-order.ts';
