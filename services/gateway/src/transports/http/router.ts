import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { type Guard, guarded, HttpProblem, problemBody } from '@waybill/platform';
import type { Access } from '../../auth/access.ts';
import type { Authenticate } from '../../auth/session.ts';
import { correlationIdOf, type ServerContext } from '../../execution/context.ts';
import type { Operations } from '../../execution/yoga.ts';
import { isNavigation, mediaProblem } from '../shared/media-types.ts';
import { handlePreflight, isLocalRequest } from '../shared/origins.ts';
import { pathOf } from '../shared/path.ts';
import { repeatedKeyProblem } from '../shared/repeated-key.ts';
import { readBody } from './body.ts';
import type { Dashboard } from './dashboard/dashboard.ts';
import { developmentTokensPath } from './graphiql.ts';
import { type createJsonFastPath, takesJsonFastPath } from './json-fast-path.ts';
import type { Readiness } from './readiness.ts';

export type RouterOptions = {
  operations: Operations;
  jsonFastPath: ReturnType<typeof createJsonFastPath>;
  bodyBytes: number;
  authenticate: Authenticate;
  access: Access;
  guard: Guard;
  ready: () => Promise<Readiness>;
  dashboard: Dashboard;
  rest: RestRoutes;
  now: () => Date;
  newId: () => string;
};

/** The routes of the REST façade, by their paths. */
type RestRoutes = { takes: (path: string) => boolean; answer: Route };

type Route = (req: IncomingMessage, res: ServerResponse, correlationId: string) => unknown;

/** Routes HTTP requests. GraphQL handlers get Node's own request and response. */
export function createRouter(options: RouterOptions) {
  const routes: Record<string, Route> = {
    '/graphql': createGraphqlRoute(options),
    '/health': readOnly((_, res) => sendJson(res, 200, { status: 'ok' })),
    '/ready': readOnly(async (_, res) => {
      const readiness = await options.ready();
      sendJson(res, readiness.ready ? 200 : 503, readiness);
    }),
    [developmentTokensPath]: createDevelopmentTokensRoute(options),
  };

  return guarded(options.guard, (req, res) => {
    const correlationId = correlationIdOf(req.headers, options.newId);
    res.setHeader('x-correlation-id', correlationId);
    res.setHeader('x-content-type-options', 'nosniff');
    res.setHeader('x-frame-options', 'DENY');
    const repeated = repeatedKeyProblem(req);
    if (repeated) return sendProblem(res, repeated, correlationId);
    const path = pathOf(req);
    const own = Object.hasOwn(routes, path) ? routes[path] : options.rest.takes(path) && options.rest.answer;
    const { at, near } = options.dashboard;
    const route = own || dashboardRoute(at(path)) || (isNavigation(req) && near(path));
    return route ? route(req, res, correlationId) : sendProblem(res, noSuchEndpoint(path), correlationId);
  });
}

function createGraphqlRoute({ operations, jsonFastPath, bodyBytes, authenticate, access }: RouterOptions): Route {
  /** Yoga gets only complete bodies: one that is cut off or too long would keep the client waiting. */
  const yoga = async (req: IncomingMessage, res: ServerResponse, context: ServerContext) => {
    if (req.method !== 'POST') return operations(req, res, context);
    const body = await readBody(req, bodyBytes);
    if (res.destroyed) return;
    if (body === undefined) return sendProblem(res, bodyTooLong(bodyBytes), context.correlationId);
    return operations(Object.assign(req, { body: Readable.from([body]) }), res, context);
  };

  return (req, res, correlationId) => {
    if (handlePreflight(req, res, access.allowedOrigins)) return;
    const problem = mediaProblem(req, access.graphiql);
    if (problem) return sendProblem(res, problem, correlationId);
    const { headers } = req;
    const context: ServerContext = {
      headers,
      correlationId,
      authenticate: () => authenticate(headers.authorization),
      onDisconnect: (then: () => void) => void (res.closed ? then() : res.once('close', then)),
    };
    return takesJsonFastPath(req) ? jsonFastPath(req, res, context) : yoga(req, res, context);
  };
}

function createDevelopmentTokensRoute({ access: { developmentTokens }, now }: RouterOptions): Route {
  if (!developmentTokens) return (_, res, correlationId) => sendProblem(res, noTokens, correlationId);
  const give = readOnly(async (_, res) => sendJson(res, 200, await developmentTokens(now())));
  return (req, res, correlationId) =>
    isLocalRequest(req) ? give(req, res, correlationId) : sendProblem(res, noTokens, correlationId);
}

const dashboardRoute = (serve: ReturnType<Dashboard['at']>): Route | undefined => serve && readOnly(serve);

/** A route that accepts only GET and HEAD. */
const readOnly =
  (route: Route): Route =>
  (req, res, correlationId) => {
    if (req.method === 'GET' || req.method === 'HEAD') return route(req, res, correlationId);
    res.setHeader('allow', 'GET, HEAD');
    return sendProblem(res, methodNotAllowed(pathOf(req)), correlationId);
  };

const methodNotAllowed = (path: string) => new HttpProblem(405, 'METHOD_NOT_ALLOWED', `${path} takes GET, HEAD`);

const noSuchEndpoint = (path: string) =>
  new HttpProblem(404, 'NO_SUCH_ENDPOINT', `There is nothing at ${path}: GraphQL is at /graphql`);

const noTokens = noSuchEndpoint(developmentTokensPath);

const bodyTooLong = (bytes: number) => new HttpProblem(413, 'BODY_TOO_LARGE', `A body may have at most ${bytes} bytes`);

function sendProblem(res: ServerResponse, problem: HttpProblem, correlationId: string): void {
  if (problem.status === 415) res.setHeader('accept-encoding', 'identity');
  if (problem.status === 413) res.setHeader('connection', 'close'); // the rest is not read
  send(res, problem.status, 'application/problem+json', problemBody(problem, correlationId));
}

const sendJson = (res: ServerResponse, status: number, body: unknown) => send(res, status, 'application/json', body);

function send(res: ServerResponse, status: number, mediaType: string, body: unknown): void {
  res.writeHead(status, { 'content-type': mediaType, 'cache-control': 'no-store' }).end(JSON.stringify(body));
}
