import { runningContext, traced } from '@waybill/tracing';
import type { z } from 'zod';

type MakeCall<Request> = <T>(request: Request, answer: z.ZodType<T>) => Promise<T>;

/** Records a call as a span of its trace, without its path, which may contain order ids. */
export const tracedCall =
  <Request extends { method: string }>(call: MakeCall<Request>, { hostname, port }: URL): MakeCall<Request> =>
  (request, answer) => {
    if (!runningContext()) return call(request, answer);
    const attributes = {
      'http.request.method': request.method,
      'server.address': hostname,
      'server.port': Number(port || 80),
    };
    return traced({ name: request.method, kind: 'client', attributes }, () => call(request, answer));
  };
