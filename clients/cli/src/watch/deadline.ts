import { TimedOut } from '@waybill/client';

/**
 * Returns a signal that is also aborted after the timeout, with the error that `what` did not reach `status` in time.
 */
export function withDeadline(
  signal: AbortSignal,
  timeoutMs: number | undefined,
  what: string,
  status = 'done',
): AbortSignal {
  if (timeoutMs === undefined) return signal;
  const late = new AbortController();
  setTimeout(() => late.abort(new TimedOut(what, status)), timeoutMs);
  return AbortSignal.any([signal, late.signal]);
}
