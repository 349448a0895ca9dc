import {
  type Caller,
  type CallerSettings,
  type CallOptions,
  createCaller,
  queryOf,
  Refused,
} from '@waybill/http-client';
import type { z } from 'zod';

/** The code of a 404 for an unknown order. */
export const unknownOrder = 'UNKNOWN_ORDER';

/** The code of a 404 where fault injection cannot be controlled. */
export const noSuchEndpoint = 'NO_SUCH_ENDPOINT';

type Method<Request, T> = (request: Request, options?: CallOptions) => Promise<T>;

/** The kinds of calls, over one pool of connections. */
export type Calls = {
  call: Caller;
  post: <Request, T>(path: string, answer: z.ZodType<T>) => Method<Request, T>;
  /** Parameters that are not in the path go into the query. */
  get: <Request extends object, T>(
    path: (request: Request) => string,
    answer: z.ZodType<T>,
  ) => (request?: Request, options?: CallOptions) => Promise<T>;
  /** `GET /<domain>/<orderId>/status`: null when the provider does not know the order. */
  status: <T>(domain: string, answer: z.ZodType<T>) => Method<{ orderId: string }, T | null>;
};

export function callsTo(settings: Omit<CallerSettings, 'refusals'>, refusals: readonly string[]): Calls {
  const call = createCaller({ ...settings, refusals });
  const read = <T>(path: string, answer: z.ZodType<T>, options: CallOptions) =>
    call({ ...options, method: 'GET', path }, answer);
  return {
    call,
    post:
      (path, answer) =>
      (body, options = {}) =>
        call({ ...options, method: 'POST', path, body }, answer),
    get:
      (path, answer) =>
      (request, options = {}) => {
        const parameters = request ?? ({} as Exclude<typeof request, undefined>);
        return read(`${path(parameters)}${queryOf(parameters)}`, answer, options);
      },
    status:
      (domain, answer) =>
      ({ orderId }, options = {}) =>
        read(`/${domain}/${segment(orderId)}/status`, answer, options).catch(nullWhenUnknown),
  };
}

/** One segment of a path. */
export const segment = (text: string) => encodeURIComponent(text);

export function nullWhenUnknown(error: unknown): null {
  if (error instanceof Refused && error.code === unknownOrder) return null;
  throw error;
}
