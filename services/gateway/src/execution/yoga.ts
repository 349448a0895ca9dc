import { schema } from '@waybill/graphql';
import type { Log } from '@waybill/platform';
import { execute, type GraphQLError } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Access } from '../auth/access.ts';
import type { Session } from '../auth/session.ts';
import type { Quota } from '../ports/quota.ts';
import { contextFor, type Desks, type GatewayContext, type ServerContext } from './context.ts';
import { spending } from './cost-charging.ts';
import { documentCaches } from './document-cache.ts';
import { type Occasion, shownAs, withFaultsShown } from './error-masking.ts';
import type { Limits } from './limits/limits.ts';
import { telling } from './operation-log.ts';
import { type Peek, watchedOrders } from './query-cache.ts';
import { renderings } from './rendering-cache.ts';
import { subscribe } from './subscribe.ts';
import { admission } from './validation.ts';

export type Operations = YogaServerInstance<ServerContext, GatewayContext>;

type ShownBy = Omit<Occasion, 'correlationId'>;

/** What Yoga is to know of HTTP: how requests are parsed and results written, and the page for browsers, if there is one. */
export type HttpBinding = {
  plugins: Plugin<GatewayContext, ServerContext>[];
  graphiqlPage: (() => string) | undefined;
};

export type OperationParts = {
  desks: Desks;
  peek: Peek;
  access: Access;
  limits: Limits;
  quota: Quota;
  http: HttpBinding;
  log: Log;
};

/** Parses, validates and executes operations, the same for every transport, and speaks GraphQL over HTTP. */
export function operationsOn({ desks, peek, access, limits, quota, http, log }: OperationParts): Operations {
  const shownBy = { log, introspection: access.introspection };
  return createYoga<ServerContext, GatewayContext>({
    schema,
    context: async (carried) => contextFor({ desks, limits }, carried, await authenticated(carried, log)),
    plugins: [
      telling(log),
      ...[admission(access, limits), spending(limits, quota), execution(shownBy, peek)],
      ...http.plugins,
    ],
    graphiql: http.graphiqlPage !== undefined,
    renderGraphiQL: () => http.graphiqlPage?.() ?? '',
    maxRequestBodySize: limits.bodyBytes,
    maskedErrors: { maskError: (error) => lastResort(error, shownBy) },
    logging: false,
    landingPage: false,
    multipart: false,
    batching: false,
    extraParamNames: ['documentId'],
    parserAndValidationCache: documentCaches(),
    cors: false,
  });
}

const authenticated = ({ authenticate, correlationId }: ServerContext, log: Log): Promise<Session> =>
  authenticate().catch((error: unknown) => {
    throw shownAs(error, { log, correlationId });
  });

/** graphql-js itself executes; what goes wrong is shown as its caller may see it. */
const execution = (
  shownBy: ShownBy,
  peek: Peek,
  rendering = renderings(),
  watched = watchedOrders(peek),
): Plugin<GatewayContext> => ({
  onExecute: ({ args, setExecuteFn, context }) => {
    const occasion = { ...shownBy, correlationId: context.correlationId };
    const order = watched(args);
    if (order) setExecuteFn(async (given) => (await rendering(given, occasion).render(order)).result);
    else setExecuteFn(async (given) => withFaultsShown(await execute(given), occasion));
  },
  onSubscribe: ({ setSubscribeFn, args }) => {
    const occasion = { ...shownBy, correlationId: args.contextValue.correlationId };
    setSubscribeFn((given) => subscribe(given, occasion, rendering));
  },
});

/** Errors outside of an operation's execution: a document that does not parse is shown, a bug is not. */
const lastResort = (error: unknown, shownBy: ShownBy): GraphQLError =>
  shownAs(error, { ...shownBy, correlationId: crypto.randomUUID() });
