import { EngineUnavailable, NotRunning } from '@waybill/orders-client';

/** The attempts are optional: without them, the step is shown as it started. */
export function nullWhenUnavailable(error: unknown): null {
  if (error instanceof EngineUnavailable || error instanceof NotRunning) return null;
  throw error;
}
