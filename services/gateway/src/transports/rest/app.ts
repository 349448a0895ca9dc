import type { IncomingMessage } from 'node:http';
import { type Log, type ServiceEnv, serveDocs, serviceApp } from '@waybill/platform';
import type { Context } from 'hono';
import type { Authenticate, Session } from '../../auth/session.ts';
import type { ServerContext } from '../../execution/context.ts';
import { isLocalRequest } from '../shared/origins.ts';
import { readBody } from './body.ts';
import { describeRoute } from './openapi.ts';
import { createQueryReader } from './parameters.ts';
import { replyToError } from './problems.ts';
import { type Call, pathOfRoute, type Reply, type Route, type Tools } from './route.ts';

export type AppOptions = {
  routes: readonly Route[];
  tools: Tools;
  log: Log;
  bodyBytes: number;
  authenticate: Authenticate;
  /** Whether the aliases need no token where a development token would be served. */
  openAliases: boolean;
  /** Aborted when the gateway stops. */
  stopping: AbortSignal;
};

type Exchange = Context<ServiceEnv>;

/** The routes as an app, with their OpenAPI document and a documentation page. */
export function createApp({ routes, log, bodyBytes, ...options }: AppOptions) {
  const app = serviceApp({ log, bodyLimitBytes: bodyBytes });
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  });
  for (const route of routes) {
    app.openAPIRegistry.registerPath(describeRoute(route, pathOfRoute(route)));
    app.on(
      route.method.toUpperCase(),
      `${pathOfRoute(route).replace(/\{(\w+)\}/g, ':$1')}`,
      createHandler(route, options),
    );
  }
  app.get('/docs', (c) => c.redirect('/api/docs', 308));
  return serveDocs(app, info, '/api');
}

const info = {
  title: 'Waybill',
  version: '1',
  description:
    'Orders and their workflows over REST. Every route executes a document of the GraphQL API at /graphql, with the same rights, limits and verdicts.',
};

function createHandler(route: Route, options: Pick<AppOptions, 'tools' | 'authenticate' | 'openAliases' | 'stopping'>) {
  const readQuery = createQueryReader(route);
  return async (c: Exchange): Promise<Response> => {
    const context = contextOf(c, authenticateFor(route, c, options));
    const refused = await options.tools.refusalOf(route.field, context);
    if (refused) return responseOf(replyToError(refused, { context }));
    const url = c.env.incoming?.url ?? c.req.path;
    const call: Call = {
      params: c.req.param(),
      query: readQuery(parametersIn(url)),
      body: route.body ? await readBody(route.body, c) : {},
      url,
      header: (name) => c.req.header(name),
      context,
      signal: () => AbortSignal.any([c.req.raw.signal, options.stopping]),
    };
    return responseOf(await route.answer(call, options.tools));
  };
}

/** Without a token, an alias that is open acts as this viewer. */
const local: Session = { viewer: { id: 'local', role: 'OPERATOR' }, endsAt: Number.POSITIVE_INFINITY, expiresAt: null };

const authenticateFor = (
  { insteadUse }: Route,
  { env: { incoming } }: Exchange,
  { authenticate, openAliases }: Pick<AppOptions, 'authenticate' | 'openAliases'>,
): Authenticate =>
  openAliases && insteadUse && incoming && isLocalRequest(incoming as IncomingMessage)
    ? async (authorization) => (authorization ? authenticate(authorization) : local)
    : authenticate;

function parametersIn(url: string): Record<string, string[]> {
  const search = new URLSearchParams(/\?(.*)$/.exec(url)?.[1] ?? '');
  return Object.fromEntries([...search.keys()].map((name) => [name, search.getAll(name)]));
}

function contextOf(c: Exchange, authenticate: Authenticate): ServerContext {
  const { incoming, outgoing } = c.env;
  if (!incoming || !outgoing) throw new Error('The app is served by Node');
  const { headers } = incoming;
  return {
    headers,
    correlationId: c.get('correlationId'),
    authenticate: () => authenticate(headers.authorization),
    onDisconnect: (then) => void (outgoing.closed ? then() : outgoing.once('close', then)),
  };
}

function responseOf(reply: Reply | Response): Response {
  if (reply instanceof Response) return reply;
  const { status, body, headers } = reply;
  const text = typeof body === 'string' || body === undefined ? (body ?? null) : JSON.stringify(body);
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  return new Response(text, { status, headers: { 'cache-control': 'no-store', ...type, ...headers } });
}
