import { schema } from '@waybill/graphql';
import type { Log } from '@waybill/platform';
import { execute, type GraphQLError } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Access } from '../auth/access.ts';
import type { Session } from '../auth/session.ts';
import { type Carried, contextFor, type Desks, type GatewayContext } from '../context.ts';
import { graphiqlPage } from '../transports/http/graphiql.ts';
import { jsonAnswers } from '../transports/http/json-answers.ts';
import { requestParsing } from '../transports/http/request-parsing.ts';
import { serverSentEvents } from '../transports/sse/server-sent-events.ts';
import { admission } from './admission.ts';
import { documentCaches } from './document-cache.ts';
import { type Occasion, shownAs, withFaultsShown } from './faults.ts';
import type { Allowance } from './limits/allowance.ts';
import type { Limits } from './limits/limits.ts';
import type { Presence } from './limits/presence.ts';
import { renderings } from './rendering.ts';
import { spending } from './spending.ts';
import { subscribe } from './subscribe.ts';
import { telling } from './telling.ts';
import { type Peek, watchedOrders } from './watched.ts';

export type Operations = YogaServerInstance<Carried, GatewayContext>;

type ShownBy = Omit<Occasion, 'correlationId'>;

export type OperationParts = {
  desks: Desks;
  peek: Peek;
  presence: Presence;
  access: Access;
  limits: Limits;
  allowance: Allowance;
  log: Log;
  now: () => Date;
  newId: () => string;
};

/** Parses, validates and executes operations, the same for every transport, and speaks GraphQL over HTTP. */
export function operationsOn({
  desks,
  peek,
  presence,
  access,
  limits,
  allowance,
  log,
  now,
  newId,
}: OperationParts): Operations {
  const page = access.graphiql && graphiqlPage({ rolePicker: access.developmentTokens !== undefined });
  const shownBy = { log, introspection: access.introspection };
  return createYoga<Carried, GatewayContext>({
    schema,
    context: async (carried) => contextFor({ desks, limits }, carried, await authenticated(carried, log)),
    plugins: [
      telling(log),
      ...[requestParsing, admission(access, limits), spending(limits, allowance), execution(shownBy, peek)],
      ...[jsonAnswers, serverSentEvents(presence, now)],
    ],
    graphiql: access.graphiql,
    renderGraphiQL: () => (page ? page(`SAMPLE-${newId().slice(0, 8).toUpperCase()}`) : ''),
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

const authenticated = ({ authenticate, correlationId }: Carried, log: Log): Promise<Session> =>
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
