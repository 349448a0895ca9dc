import { type Caller, type CallOptions, caller, Refused } from '@waybill/http-client';
import type { z } from 'zod';

/** The code of a 404 that means: never heard of this order. */
export const unknownOrder = 'UNKNOWN_ORDER';

/** The two kinds of call that every provider has, over one pool of connections. */
export type Calls = {
  post: <Request, T>(path: string, answer: z.ZodType<T>) => (request: Request, options?: CallOptions) => Promise<T>;
  /** `GET <domain>/<orderId>/status`: null when the provider has never heard of the order. */
  status: <T>(
    domain: string,
    answer: z.ZodType<T>,
  ) => (request: { orderId: string }, options?: CallOptions) => Promise<T | null>;
  call: Caller;
};

export function callsTo(settings: { baseUrl: string; connections?: number }, refusals: readonly string[]): Calls {
  const call = caller({ ...settings, refusals });
  return {
    call,
    post:
      (path, answer) =>
      (body, options = {}) =>
        call({ ...options, method: 'POST', path, body }, answer),
    status:
      (domain, answer) =>
      ({ orderId }, options = {}) =>
        call({ ...options, method: 'GET', path: `/${domain}/${encodeURIComponent(orderId)}/status` }, answer).catch(
          nullWhenUnknown,
        ),
  };
}

function nullWhenUnknown(error: unknown): null {
  if (error instanceof Refused && error.code === unknownOrder) return null;
  throw error;
}
