import type { OrderBookRefusal } from '@waybill/contracts';
import { HttpProblem } from '@waybill/platform';
import { BookRefused } from '../domain/refused.ts';

const statuses = {
  IDEMPOTENCY_CONFLICT: 409,
  TAKEN_OVER: 409,
  STATUS_UNREACHABLE: 409,
  ORDER_NOT_FOUND: 404,
  RUN_NOT_FOUND: 404,
  RUN_CLOSED: 409,
  INVALID_CURSOR: 400,
  FEED_RESTORED: 410,
  INVALID_REQUEST: 400,
} as const satisfies Record<OrderBookRefusal, number>;

/** Translates a refusal into an HTTP problem. Any other error is returned unchanged. */
export const asProblem = (error: unknown): unknown =>
  error instanceof BookRefused ? new HttpProblem(statuses[error.code], error.code, error.message) : error;
