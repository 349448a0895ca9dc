import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { hostIn, isLoopback } from '@waybill/contracts';
import { HttpProblem, problemBody } from './http.ts';
import { bringsServiceToken } from './service-token.ts';

/** Which requests a service answers: those for a host of its own, and, where it has a token, those that bring it. */
export type Guard = {
  /** Besides the names of this machine. */
  allowedHosts: ReadonlySet<string>;
  serviceToken?: string | undefined;
};

/** What holds where nothing is set: only names of this machine. */
export const loopbackOnly: Guard = { allowedHosts: new Set() };

/** They tell nothing of orders, and probes call them by address. */
const openPaths: readonly string[] = ['/health', '/ready', '/metrics'];

/** Why a request must not be answered; undefined for one that may be. */
export function refusalOf(req: IncomingMessage, { allowedHosts, serviceToken }: Guard): HttpProblem | undefined {
  const { fromHeader, all } = hostsOf(req);
  if (all.includes(undefined) || fromHeader.length > 1) return malformed();
  if (openPaths.includes(originForm(req.url).split('?', 1)[0] ?? '')) return undefined;
  if (fromHeader.length === 0) return malformed();
  if (!all.every((host = '') => isLoopback(host) || allowedHosts.has(host))) return misdirected();
  return serviceToken === undefined || bringsServiceToken(req, serviceToken) ? undefined : unauthenticated();
}

/** Passes on the requests that may be answered, and answers all others with a problem. */
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

/** The hosts that a request names, in its header and in all; undefined stands for one that cannot be read. */
function hostsOf({ rawHeaders, url = '' }: IncomingMessage) {
  const headers = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host');
  const [, authority] = /^https?:\/\/([^/?#]*)/i.exec(url) ?? [];
  const fromHeader = headers.map(hostIn);
  return { fromHeader, all: authority === undefined ? fromHeader : [...fromHeader, hostIn(authority)] };
}

/** The path and query of a request target, which may also be a whole URL. */
const originForm = (target = '/'): string =>
  target.replace(/^https?:\/\/[^/?#]*(?=[/?#]|$)/i, '').replace(/^(?!\/)/, '/');

const malformed = () => new HttpProblem(400, 'INVALID_REQUEST', 'The Host header must name exactly one host');
const misdirected = () => new HttpProblem(421, 'HOST_NOT_ALLOWED', 'The host is not listed in WAYBILL_ALLOWED_HOSTS');
const unauthenticated = () => new HttpProblem(401, 'UNAUTHENTICATED', 'A valid service token is required');
