import { InterceptingCall, type Interceptor, Metadata, status } from '@grpc/grpc-js';

/** Counts the calls of each method. */
export function counting(counts: Map<string, number>): Interceptor {
  return (options, nextCall) => {
    const method = options.method_definition.path.split('/').pop() ?? '';
    counts.set(method, (counts.get(method) ?? 0) + 1);
    return new InterceptingCall(nextCall(options));
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
