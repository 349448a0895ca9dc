import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostIn, isLoopback } from '@waybill/contracts';

/** Whether a browser's page may call: one of ours, or of an allowed origin. Who is no browser names no origin. */
export function mayCall({ headers }: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = headers;
  return origin === undefined || allowed.includes(origin) || hostOf(origin) === host;
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

const preflightSeconds = 600;

/** Tells a browser that a page of an allowed origin may read the answer; answers its preflight. True when that was all. */
export function answersPreflight(req: IncomingMessage, res: ServerResponse, allowed: readonly string[]): boolean {
  const { origin } = req.headers;
  if (origin && allowed.includes(origin)) {
    res.setHeader('access-control-allow-origin', origin);
    res.setHeader('access-control-expose-headers', 'x-correlation-id, retry-after');
    res.setHeader('vary', 'origin');
  }
  if (req.method !== 'OPTIONS') return false;
  res.writeHead(204, {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type, idempotency-key, last-event-id, x-correlation-id',
    'access-control-max-age': `${preflightSeconds}`,
  });
  res.end();
  return true;
}

/**
 * Whether somebody on this machine asks for something that is for this machine alone: by its own name, which no page
 * elsewhere can take, from no page elsewhere, and not through a proxy here, whose callers may be anywhere.
 */
export const isToThisMachine = (req: IncomingMessage): boolean =>
  isLoopback(hostIn(req.headers.host ?? '') ?? '') &&
  mayCall(req, []) &&
  fromHere.includes(String(req.headers['sec-fetch-site'] ?? 'none')) &&
  !Object.keys(req.headers).some((name) => forwarding.test(name));

/** What a browser says of a page of ours, or of an address that somebody typed. */
const fromHere: readonly string[] = ['none', 'same-origin'];
const forwarding = /^(forwarded|via|x-forwarded(-.*)?|x-(real|client|cluster-client|original)-ip|(true|cf)-.*-ip)$/;
