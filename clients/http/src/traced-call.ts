import { runningContext, traced } from '@waybill/tracing';
import type { z } from 'zod';
import type { Call } from './call.ts';

type MakeCall = <T>(request: Call, answer: z.ZodType<T>) => Promise<T>;

/** A call that is part of a trace, as a span of it. Its path is left out, for it names orders. */
export const tracedCall =
  (call: MakeCall, { hostname, port }: URL): MakeCall =>
  (request, answer) => {
    if (!runningContext()) return call(request, answer);
    const attributes = {
      'http.request.method': request.method,
      'server.address': hostname,
      'server.port': Number(port || 80),
    };
    return traced({ name: request.method, kind: 'client', attributes }, () => call(request, answer));
  };
