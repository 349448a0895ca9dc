import type { OrderBookRefusal } from '@waybill/contracts';
import { HttpProblem, router } from '@waybill/platform';
import { BookRefused } from '../domain/refusals.ts';

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

/** A router that answers a refusal of the book with an HTTP problem. */
export function bookRouter() {
  const app = router();
  app.onError((error) => {
    throw asProblem(error);
  });
  return app;
}

/** Any other error is returned unchanged. */
const asProblem = (error: unknown): unknown =>
  error instanceof BookRefused ? new HttpProblem(statuses[error.code], error.code, error.message) : error;
