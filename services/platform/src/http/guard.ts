import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { hostIn, isLoopback } from '@waybill/contracts';
import { HttpProblem, problemBody } from './problem.ts';
import { bringsServiceToken } from './service-token.ts';

/** The requests that a service accepts: those for one of its hosts that, where it has tokens, carry one of them. */
export type Guard = {
  /** In addition to the names of this machine. */
  allowedHosts: ReadonlySet<string>;
  serviceTokens?: readonly [string, ...string[]] | undefined;
};

/** The default: only the names of this machine. */
export const loopbackOnly: Guard = { allowedHosts: new Set() };

/** They reveal nothing about orders, and probes call them by address. */
const openPaths: readonly string[] = ['/health', '/ready', '/metrics'];

/** Why a request is refused; undefined if it is accepted. */
export function refusalOf(req: IncomingMessage, { allowedHosts, serviceTokens }: Guard): HttpProblem | undefined {
  const { fromHeader, all } = hostsOf(req);
  if (all.includes(undefined) || fromHeader.length > 1) return malformed();
  if (openPaths.includes(originForm(req.url).split('?', 1)[0] ?? '')) return undefined;
  if (fromHeader.length === 0) return malformed();
  if (!all.every((host = '') => isLoopback(host) || allowedHosts.has(host))) return misdirected();
  return serviceTokens === undefined || bringsServiceToken(req, serviceTokens) ? undefined : unauthenticated();
}

/** Passes on the accepted requests, and answers all others with a problem. */
export const guarded =
  (guard: Guard, answer: (...exchange: Parameters<RequestListener>) => unknown) =>
  (...[req, res]: Parameters<RequestListener>): unknown => {
    const refusal = refusalOf(req, guard);
    if (refusal) return refuse(res, refusal);
    req.url = originForm(req.url);
    return answer(req, res);
  };

function refuse(res: ServerResponse, problem: HttpProblem): void {
  const challenge = problem.status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  const body = JSON.stringify(problemBody(problem, randomUUID()));
  const about = { 'content-type': 'application/problem+json', 'content-length': Buffer.byteLength(body) };
  // The rest of the request is not read.
  res.writeHead(problem.status, { ...challenge, ...about, connection: 'close' }).end(body);
}

/** The hosts named by a request, in its headers and its target; undefined stands for one that cannot be parsed. */
function hostsOf({ rawHeaders, url = '' }: IncomingMessage) {
  const headers = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host');
  const [, authority] = /^https?:\/\/([^/?#]*)/i.exec(url) ?? [];
  const fromHeader = headers.map(hostIn);
  return { fromHeader, all: authority === undefined ? fromHeader : [...fromHeader, hostIn(authority)] };
}

/** The path and query of a request target, which may be an absolute URL. */
const originForm = (target = '/'): string =>
  target.replace(/^https?:\/\/[^/?#]*(?=[/?#]|$)/i, '').replace(/^(?!\/)/, '/');

const malformed = () => new HttpProblem(400, 'INVALID_REQUEST', 'The Host header must name exactly one host');
const misdirected = () => new HttpProblem(421, 'HOST_NOT_ALLOWED', 'The host is not listed in WAYBILL_ALLOWED_HOSTS');
const unauthenticated = () => new HttpProblem(401, 'UNAUTHENTICATED', 'A valid service token is required');
