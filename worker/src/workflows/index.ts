export { auditBooks } from './audit-books.ts';
export { fulfillOrder } from './fulfill-order.ts';
export { holdIdempotencyKey } from './hold-idempotency-key.ts';
export { recoverOrder } from './recover-order.ts';
export { shipOrder } from './ship-order.ts';
