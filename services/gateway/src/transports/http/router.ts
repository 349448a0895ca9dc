import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { type Guard, guarded, HttpProblem, problemBody } from '@waybill/platform';
import type { Access } from '../../auth/access.ts';
import type { Sessions } from '../../auth/session.ts';
import { correlationIdOf, type ServerContext } from '../../execution/context.ts';
import type { Operations } from '../../execution/yoga.ts';
import { mediaProblem } from '../media-types.ts';
import { answersPreflight, isToThisMachine } from '../origins.ts';
import { pathOf } from '../path.ts';
import { bodyOf } from './body.ts';
import { developmentTokensPath } from './graphiql.ts';
import { isForJsonDoor, type jsonDoor } from './json-fast-path.ts';
import type { Readiness } from './readiness.ts';

export type HttpParts = {
  operations: Operations;
  door: ReturnType<typeof jsonDoor>;
  bodyBytes: number;
  sessions: Sessions;
  access: Access;
  guard: Guard;
  ready: () => Promise<Readiness>;
  now: () => Date;
  newId: () => string;
};

type Route = (req: IncomingMessage, res: ServerResponse, correlationId: string) => unknown;

/** Routes what comes in over HTTP. GraphQL gets Node's own request and response, with nothing in between. */
export function routing({ operations, door, bodyBytes, sessions, access, guard, ready, now, newId }: HttpParts) {
  /** Yoga gets a body that has come whole: of one that was cut off or is too long, it would have the reader wait. */
  const others = async (req: IncomingMessage, res: ServerResponse, carried: ServerContext) => {
    if (req.method !== 'POST') return operations(req, res, carried);
    const body = await bodyOf(req, bodyBytes);
    if (res.destroyed) return;
    if (body === undefined) return sayProblem(res, bodyTooLong(bodyBytes), carried.correlationId);
    return operations(Object.assign(req, { body: Readable.from([body]) }), res, carried);
  };

  const routes: Record<string, Route> = {
    '/graphql': (req, res, correlationId) => {
      if (answersPreflight(req, res, access.allowedOrigins)) return;
      const problem = mediaProblem(req, access.graphiql);
      if (problem) return sayProblem(res, problem, correlationId);
      const { headers } = req;
      const carried = {
        ...{ headers, correlationId, authenticate: () => sessions(req.headers.authorization) },
        whenGone: (then: () => void) => void (res.closed ? then() : res.once('close', then)),
      };
      return isForJsonDoor(req) ? door(req, res, carried) : others(req, res, carried);
    },
    '/health': (_, res) => sayJson(res, 200, { status: 'ok' }),
    '/ready': async (_, res) => {
      const readiness = await ready();
      sayJson(res, readiness.ready ? 200 : 503, readiness);
    },
    [developmentTokensPath]: async (req, res, correlationId) => {
      if (!access.developmentTokens || !isToThisMachine(req)) {
        return sayProblem(res, nothingAt(developmentTokensPath), correlationId);
      }
      sayJson(res, 200, await access.developmentTokens(now()));
    },
  };

  return guarded(guard, (req, res) => {
    const correlationId = correlationIdOf(req.headers, newId);
    res.setHeader('x-correlation-id', correlationId);
    res.setHeader('x-content-type-options', 'nosniff');
    res.setHeader('x-frame-options', 'DENY');
    const path = pathOf(req);
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    return route ? route(req, res, correlationId) : sayProblem(res, nothingAt(path), correlationId);
  });
}

const nothingAt = (path: string) =>
  new HttpProblem(404, 'NO_SUCH_ENDPOINT', `There is nothing at ${path}: GraphQL is at /graphql`);

const bodyTooLong = (bytes: number) => new HttpProblem(413, 'BODY_TOO_LARGE', `A body has ${bytes} bytes at most`);

function sayProblem(res: ServerResponse, problem: HttpProblem, correlationId: string): void {
  if (problem.status === 415) res.setHeader('accept-encoding', 'identity');
  if (problem.status === 413) res.setHeader('connection', 'close'); // the rest is not read
  say(res, problem.status, 'application/problem+json', problemBody(problem, correlationId));
}

const sayJson = (res: ServerResponse, status: number, body: unknown) => say(res, status, 'application/json', body);

function say(res: ServerResponse, status: number, mediaType: string, body: unknown): void {
  res.writeHead(status, { 'content-type': mediaType, 'cache-control': 'no-store' }).end(JSON.stringify(body));
}
