import { HttpProblem, type Log, type Served, type ServiceEnv, serve, serviceApp } from '@waybill/platform';
import { GraphQLError } from 'graphql';
import type { Context, MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { type Authenticate, IssuerUnavailable, type Session } from '../auth/session.ts';
import { createAuthenticate } from '../auth/tokens.ts';
import { createQuota } from '../execution/limits/quota.ts';
import { createDecode } from './decode.ts';
import type { CodecServerOptions } from './options.ts';

/** The engine takes no payload of more than 2 MiB, which is a third longer in base64. */
const bodyLimitBytes = 4 * 1024 * 1024;
/** Requests of one operator in the long run; the page of a workflow sends one for each of its events. */
const requestsPerSecond = 100;

/**
 * Decrypts payloads for Temporal's UI and command line, by Temporal's protocol for codec servers: on a port of its own,
 * for operators, and in this direction only. Neither requests nor responses are logged.
 */
export async function openCodecServer(
  options: CodecServerOptions | undefined,
  log: Log,
): Promise<Pick<Served, 'close'>> {
  if (!options) return { close: async () => undefined };
  const served = await serve(createCodecApp(options, log), { ...options, log });
  log.info({ url: served.url }, 'the codec server is ready');
  return served;
}

type AppOptions = Pick<CodecServerOptions, 'keys' | 'tokens' | 'allowedOrigins'> & { now?: () => Date };

export function createCodecApp({ keys, tokens, allowedOrigins, now = () => new Date() }: AppOptions, log: Log) {
  const decode = createDecode(keys);
  const app = serviceApp({ log, bodyLimitBytes, allowedOrigins, logsRequests: false });
  app.use('/decode', cors({ origin: [...allowedOrigins], allowMethods: ['POST'], allowHeaders: sentByTheUi }));
  app.post('/decode', admitOperators(createAuthenticate(tokens, now, log), now), jsonOnly, async (c) => {
    c.header('cache-control', 'no-store');
    return c.json(await decode(await c.req.text()));
  });
  return app;
}

const sentByTheUi = ['authorization', 'authorization-extras', 'content-type', 'x-namespace'];

/** Checks the token and the rate before a body is read. */
function admitOperators(authenticate: Authenticate, now: () => Date): MiddlewareHandler<ServiceEnv> {
  const quota = createQuota(requestsPerSecond, now);
  return async (c, next) => {
    const { viewer } = await sessionOf(c, authenticate);
    if (!viewer) throw unauthenticated(c, 'A token is required');
    if (viewer.role !== 'OPERATOR') throw new HttpProblem(403, 'FORBIDDEN', 'Only operators may decrypt payloads');
    const retryAfter = quota.charge(viewer.id, 1);
    if (retryAfter !== undefined) throw tooMany(c, retryAfter);
    await next();
  };
}

const jsonOnly: MiddlewareHandler<ServiceEnv> = async (c, next) => {
  if (!/^application\/json *(;|$)/i.test(c.req.header('content-type') ?? ''))
    throw new HttpProblem(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json');
  await next();
};

async function sessionOf(c: Context<ServiceEnv>, authenticate: Authenticate): Promise<Session> {
  try {
    return await authenticate(c.req.header('authorization'));
  } catch (error) {
    if (error instanceof GraphQLError) throw unauthenticated(c, error.message);
    if (error instanceof IssuerUnavailable)
      throw new HttpProblem(503, 'SERVICE_UNAVAILABLE', "The token issuer's keys cannot be had now");
    throw error;
  }
}

function unauthenticated(c: Context<ServiceEnv>, why: string): HttpProblem {
  c.header('www-authenticate', 'Bearer');
  return new HttpProblem(401, 'UNAUTHENTICATED', why);
}

function tooMany(c: Context<ServiceEnv>, retryAfter: number): HttpProblem {
  c.header('retry-after', `${retryAfter}`);
  return new HttpProblem(429, 'RATE_LIMITED', `At most ${requestsPerSecond} requests a second are answered`);
}
