import { Unavailable } from '@waybill/http-client';

/** For a caller that goes on without the order book. */
export function undefinedWhenUnavailable(error: unknown): undefined {
  if (!(error instanceof Unavailable)) throw error;
}
