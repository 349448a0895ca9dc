import type { InTrace } from '@waybill/contracts/domain';
import { inContextOf, isTracing, tracedApart } from '@waybill/tracing';

/**
 * A change that is delivered is a span of its own, once for all who are told of it, and is linked to the trace of its order
 * or run: that is over when somebody begins to watch, and has no end where thousands do.
 */
export function traceDelivery(noun: 'order' | 'run', trace: InTrace['trace'], notify: () => void): void {
  if (trace && isTracing()) tracedApart({ name: `deliver ${noun}` }, inContextOf(trace), notify);
  else notify();
}
