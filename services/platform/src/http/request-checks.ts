import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HttpProblem } from './problem.ts';

export type ServiceEnv = { Variables: { correlationId: string }; Bindings: Partial<HttpBindings> };

/** For routes with a body: a request without a content type would count as one with an empty body. */
export const needsBody: MiddlewareHandler<ServiceEnv> = async (c, next) => {
  if (c.req.header('content-type') === undefined) {
    throw new HttpProblem(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json');
  }
  await next();
};

/** Invalid UTF-8 can be read in two ways, and no path or query of ours contains control characters. */
export function refuseUnreadable(url: string): void {
  if (!url.includes('%')) return;
  if (/\p{Cc}/u.test(decoded(url) ?? '\0')) {
    throw new HttpProblem(400, 'INVALID_REQUEST', 'The path or query has control characters, or is not valid UTF-8');
  }
}

/** A page of another site can send a request without a body; unless its origin is allowed, it must not change anything. */
export function refuseForeignOrigin({ method, headers, url }: Request, allowed: readonly string[]): void {
  const origin = headers.get('origin');
  if (origin === null || method === 'GET' || method === 'HEAD') return;
  if (origin !== new URL(url).origin && !allowed.includes(origin))
    throw new HttpProblem(403, 'FORBIDDEN', 'Pages of other sites are not allowed to send this request');
}

function decoded(url: string): string | undefined {
  try {
    return decodeURIComponent(url);
  } catch {
    return undefined;
  }
}

/** Hono's own limit wraps the body of every request, which costs more than all other work on a small one. */
export function limitBody(maxSize: number): MiddlewareHandler<ServiceEnv> {
  const tooLarge = (c: Context) => {
    c.header('connection', 'close'); // the unread rest of the body cannot be skipped
    throw new HttpProblem(413, 'BODY_TOO_LARGE', `The body must be at most ${maxSize} bytes`);
  };
  const counted = bodyLimit({ maxSize, onError: tooLarge });
  return (c, next) => {
    const length = c.req.header('transfer-encoding') === undefined ? c.req.header('content-length') : undefined;
    if (length !== undefined) return Number(length) > maxSize ? tooLarge(c) : next();
    return c.req.method === 'GET' ? next() : counted(c, next);
  };
}
