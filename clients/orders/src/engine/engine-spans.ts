import type { ClientOptions, WorkflowClientInterceptor } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { traceHeader } from '@waybill/contracts/domain';
import { carried, isTracing, runningContext, traced } from '@waybill/tracing';

type Input = { readonly headers: object };

/** Records a call to the engine as a span of its trace, which the workflow continues. */
function calling<I extends Input, T>(call: string, input: I, next: (input: I) => Promise<T>): Promise<T> {
  if (!runningContext()) return next(input);
  return traced({ name: `engine ${call}`, kind: 'client', attributes: { 'waybill.engine.call': call } }, () => {
    const trace = defaultPayloadConverter.toPayload(carried());
    return next({ ...input, headers: { ...input.headers, [traceHeader]: trace } });
  });
}

const interceptor: WorkflowClientInterceptor = {
  startWithDetails: (input, next) => calling('start', input, next),
  signal: (input, next) => calling('signal', input, next),
  startUpdate: (input, next) => calling('update', input, next),
};

/** The client options that propagate traces; none without tracing. */
export const tracedEngine = (): Pick<ClientOptions, 'interceptors'> =>
  isTracing() ? { interceptors: { workflow: [interceptor] } } : {};
