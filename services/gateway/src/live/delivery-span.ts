import type { InTrace } from '@waybill/contracts/domain';
import { inContextOf, isTracing, tracedApart } from '@waybill/tracing';

/**
 * Records the delivery of a change as one span for all subscribers, in a trace of its own that is linked to the trace of the
 * order or run: that trace may be over before the first subscriber comes, and would never end with thousands of them.
 */
export function traceDelivery(noun: 'order' | 'run', trace: InTrace['trace'], notify: () => void): void {
  if (trace && isTracing()) tracedApart({ name: `deliver ${noun}` }, inContextOf(trace), notify);
  else notify();
}
