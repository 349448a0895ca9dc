import { TimedOut } from '@waybill/client';

/** The signal, aborted also when the time is over: `what` was then not `status` in time. */
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
