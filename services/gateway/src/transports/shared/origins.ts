import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostIn, isLoopback } from '@waybill/contracts';

/** Whether a browser page may call: one of ours, or one of an allowed origin. Other clients send no origin. */
export function isOriginAllowed({ headers }: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = headers;
  return origin === undefined || allowed.includes(origin) || hostOf(origin) === host;
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

const preflightSeconds = 600;

/** Sets the CORS headers for an allowed origin, and answers preflights. True when the request is answered. */
export function handlePreflight(
  req: IncomingMessage,
  res: ServerResponse,
  allowed: readonly string[],
  methods = 'GET, POST',
): boolean {
  const { origin } = req.headers;
  if (origin && allowed.includes(origin)) {
    res.setHeader('access-control-allow-origin', origin);
    res.setHeader(
      'access-control-expose-headers',
      'x-correlation-id, retry-after, etag, link, location, preference-applied, deprecation',
    );
    res.setHeader('vary', 'origin');
  }
  if (req.method !== 'OPTIONS') return false;
  res.writeHead(204, {
    'access-control-allow-methods': methods,
    'access-control-allow-headers':
      'authorization, content-type, idempotency-key, if-none-match, last-event-id, prefer, x-correlation-id',
    'access-control-max-age': `${preflightSeconds}`,
  });
  res.end();
  return true;
}

/**
 * Whether a request comes from this machine: its host is a local name, its origin is not another page, and it did not
 * come through a proxy, whose clients may be anywhere.
 */
export const isLocalRequest = (req: IncomingMessage): boolean =>
  isLoopback(req.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '') &&
  isLoopback(hostIn(req.headers.host ?? '') ?? '') &&
  isOriginAllowed(req, []) &&
  fromHere.includes(String(req.headers['sec-fetch-site'] ?? 'none')) &&
  !Object.keys(req.headers).some((name) => forwarding.test(name));

/** The `Sec-Fetch-Site` of our own pages, and of an address that was typed. */
const fromHere: readonly string[] = ['none', 'same-origin'];
const forwarding = /^(forwarded|via|x-forwarded(-.*)?|x-(real|client|cluster-client|original)-ip|(true|cf)-.*-ip)$/;
