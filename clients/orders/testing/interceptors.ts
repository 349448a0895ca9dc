import { InterceptingCall, type Interceptor, Metadata, status } from '@grpc/grpc-js';
import proto from '@temporalio/proto';

const { QueryWorkflowRequest } = proto.temporal.api.workflowservice.v1;

/** Counts the calls of each method. */
export function counting(counts: Map<string, number>): Interceptor {
  return (options, nextCall) => {
    const method = options.method_definition.path.split('/').pop() ?? '';
    const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
    count(method);
    return new InterceptingCall(nextCall(options), {
      sendMessage: (message, next) => {
        if (method === 'QueryWorkflow')
          count(`${method} ${QueryWorkflowRequest.decode(message).execution?.workflowId}`);
        next(message);
      },
    });
  };
}

/** The error of an overloaded engine. */
export function refusing(method: string): Interceptor {
  const refusal = { code: status.RESOURCE_EXHAUSTED, details: 'there are too many of these', metadata: new Metadata() };
  return (options, nextCall) =>
    options.method_definition.path.endsWith(`/${method}`)
      ? new InterceptingCall(nextCall(options), {
          start: (_metadata, listener) => queueMicrotask(() => listener.onReceiveStatus(refusal)),
          sendMessage: () => undefined,
          halfClose: () => undefined,
        })
      : new InterceptingCall(nextCall(options));
}
