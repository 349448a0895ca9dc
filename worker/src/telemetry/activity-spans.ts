import { defaultPayloadConverter, type Headers as EngineHeaders } from '@temporalio/common';
import type { ActivityInboundCallsInterceptor, WorkerOptions } from '@temporalio/worker';
import { traceHeader } from '@waybill/contracts/domain';
import { type Headers, inContextOf, isTracing, traced } from '@waybill/tracing';

/** The trace in the headers of the engine; undefined if there is none. */
export function traceIn({ [traceHeader]: payload }: EngineHeaders) {
  return payload && inContextOf(defaultPayloadConverter.fromPayload<Headers>(payload));
}

/** The worker options that trace activities; none without tracing. */
export const tracedActivities = (): Pick<WorkerOptions, 'interceptors'> =>
  isTracing() ? { interceptors: { activity: [({ info }) => ({ inbound: createInterceptor(info) })] } } : {};

type Info = { activityType: string; attempt: number };

/** Records each attempt that is part of a trace as a span. */
const createInterceptor = ({ activityType, attempt }: Info): ActivityInboundCallsInterceptor => ({
  execute: (input, next) => {
    const within = traceIn(input.headers);
    if (!within) return next(input);
    const attributes = { 'waybill.activity.type': activityType, 'waybill.activity.attempt': attempt };
    return traced({ name: `activity ${activityType}`, attributes, within }, () => next(input));
  },
});
