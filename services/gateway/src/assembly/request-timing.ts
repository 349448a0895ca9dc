import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ObserveRequest } from '@waybill/platform';
import { pathOf } from '../transports/shared/path.ts';

type Answer = (req: IncomingMessage, res: ServerResponse) => unknown;

const probes: readonly string[] = ['/health', '/ready'];

/** Measures the duration of requests, except for probes and for streams, which last as long as their readers want. */
export const timed = (answer: Answer, observe: ObserveRequest | undefined): Answer => {
  if (!observe) return answer;
  return (req, res) => {
    const startedAt = performance.now();
    const path = pathOf(req);
    res.on('close', () => {
      if (probes.includes(path) || isStream(res)) return;
      observe({ method: req.method ?? '', route: routeOf(path), status: statusOf(res), startedAt });
    });
    return answer(req, res);
  };
};

const routeOf = (path: string) => (path === '/graphql' ? path : /^\/api\/v1(\/|$)/.test(path) ? '/api/v1' : 'other');

/** The status that proxies use for a client that disconnected before the response. */
const statusOf = ({ headersSent, statusCode }: ServerResponse) => (headersSent ? statusCode : 499);

export const isStream = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type')).startsWith('text/event-stream');
