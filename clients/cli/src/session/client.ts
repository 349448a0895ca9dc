import { setTimeout } from 'node:timers/promises';
import { type ConnectOptions, connect, Unavailable, type Waybill } from '@waybill/client';
import { exitCodes } from '../problems/exit-codes.ts';
import { Problem } from '../problems/problems.ts';
import { type Identity, identityFrom, isLoopback, originOf, type SessionOptions } from './identity.ts';
import { WebSocket } from './web-socket.ts';

/** Returns a client for the current identity, which is closed with the signal. */
export const openClient = (
  options: SessionOptions,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
  onRateLimit: (waitMs: number) => void,
): Waybill => clientOf(identityFrom(options, env), signal, onRateLimit);

export function clientOf(identity: Identity, signal: AbortSignal, onRateLimit: (waitMs: number) => void): Waybill {
  const { url } = identity;
  const token = () => tokenOf(identity);
  const pause: ConnectOptions['pause'] = (ms, over, limit) => {
    if (limit) onRateLimit(ms);
    return setTimeout(ms, undefined, { signal: over }).catch(() => undefined);
  };
  const client = connect({ url, token, WebSocket, fetch: withoutRedirects, rateLimitWaitMs: 30_000, pause });
  signal.addEventListener('abort', () => client.close());
  return client;
}

/** A redirect is not followed, because it could send the token elsewhere. */
const withoutRedirects: typeof fetch = (target, options) => fetch(target, { ...options, redirect: 'manual' });

async function tokenOf(identity: Identity): Promise<string> {
  return 'token' in identity ? identity.token : developmentToken(identity.url, identity.role);
}

/** Requests a development token, which a gateway of `npm start` issues to its own machine. */
async function developmentToken(url: string, role: string): Promise<string> {
  if (!isLoopback(url)) throw noToken(url);
  const response = await withoutRedirects(new URL('/dev/tokens', originOf(url)), {
    signal: AbortSignal.timeout(10_000),
  }).catch((cause: unknown) => {
    throw new Unavailable('UNREACHABLE', `${url} cannot be reached`, { cause });
  });
  if (!response.ok) throw noToken(url);
  const tokens = (await response.json().catch(() => {
    throw new Problem(
      exitCodes.unavailable,
      'NO_GATEWAY',
      `${originOf(url)} is not a gateway: its response is not JSON`,
    );
  })) as Record<string, string | undefined>;
  return tokens[role] ?? Promise.reject(noToken(url));
}

const noToken = (url: string) =>
  new Problem(
    exitCodes.auth,
    'UNAUTHENTICATED',
    `There is no token for ${originOf(url)}: use \`waybill login --token-stdin\`, WAYBILL_TOKEN or --token-file`,
  );
