import type { IncomingMessage, ServerResponse } from 'node:http';

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

/** A page elsewhere can point a name of its own at this machine; what is for this machine alone goes by its own names. */
export const isToThisMachine = ({ headers }: IncomingMessage): boolean =>
  headers['x-forwarded-for'] === undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.host ?? '');
