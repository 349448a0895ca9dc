import { schema } from '@waybill/graphql';
import type { Log } from '@waybill/platform';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
} from 'graphql';
import { createYoga, type FetchAPI, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Access } from '../auth/access.ts';
import { nobody, type Session } from '../auth/session.ts';
import { type Carried, contextFor, type Desks, type GatewayContext } from '../context.ts';
import { eventStream, type Reader } from '../http/event-stream.ts';
import { graphiqlPage } from '../http/graphiql.ts';
import { allowanceOf } from '../limits/allowance.ts';
import { costLimit } from '../limits/cost.ts';
import { withinLimits } from '../limits/document.ts';
import type { Limits } from '../limits/limits.ts';
import type { Presence } from '../limits/presence.ts';
import { documentsFrom } from './documents.ts';
import { shown, withFaultsShown } from './faults.ts';
import { renderings } from './rendering.ts';
import type { ResultStream } from './results.ts';
import { subscribe } from './subscribe.ts';
import { type Peek, watchedOrders } from './watched.ts';

export type Operations = YogaServerInstance<Carried, GatewayContext>;

export type OperationParts = {
  desks: Desks;
  peek: Peek;
  presence: Presence;
  access: Access;
  limits: Limits;
  log: Log;
  now: () => Date;
};

/** Parses, validates and executes operations, the same for every transport, and speaks GraphQL over HTTP. */
export function operationsOn({ desks, peek, presence, access, limits, log, now }: OperationParts): Operations {
  const page = access.graphiql ? graphiqlPage({ rolePicker: access.developmentTokens !== undefined }) : '';
  return createYoga<Carried, GatewayContext>({
    schema,
    context: async (carried) => contextFor(desks, carried, await carried.authenticate()),
    plugins: [documents(access, limits), spending(limits, now), execution(log, peek), serverSentEvents(presence, now)],
    graphiql: access.graphiql,
    renderGraphiQL: () => page,
    maxRequestBodySize: limits.bodyBytes,
    maskedErrors: { maskError: (error) => lastResort(error, log) },
    logging: false,
    landingPage: false,
    multipart: false,
    batching: false,
    extraParamNames: ['documentId'],
    cors: false,
  });
}

/** Which documents are executed at all: trusted ones, where that is asked for, and none beyond the limits. */
function documents({ trustedDocuments, introspection }: Access, limits: Limits): Plugin<GatewayContext> {
  const documentOf = documentsFrom(trustedDocuments);
  return {
    onParams: ({ params, setParams }) => {
      const query = documentOf(params);
      if (query !== undefined) setParams({ ...params, query });
    },
    onParse: ({ setParseFn }) => setParseFn((source: string) => parsed(source, limits.tokens)),
    onValidate: ({ addValidationRule }) => {
      addValidationRule(withinLimits(limits));
      if (!introspection) addValidationRule(NoSchemaIntrospectionCustomRule);
      return ({ result, setResult, valid }) => {
        if (!valid) setResult(result.map((error) => validationError(error as GraphQLError, introspection)));
      };
    },
  };
}

function parsed(source: string, maxTokens: number): DocumentNode {
  try {
    return parse(source, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) Object.assign(error.extensions, notGraphql);
    throw error;
  }
}

const notGraphql = { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400, spec: true } };

/** Where the schema is not told, neither is which of its fields a wrong one resembles. */
const validationError = (error: GraphQLError, introspection: boolean): GraphQLError => {
  const message = introspection ? error.message : error.message.replace(/ Did you mean .*$/s, '');
  const { nodes = null, extensions } = error;
  return new GraphQLError(message, { nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED', ...extensions } });
};

/** What a user may ask for in a while, whatever the transport. */
function spending(limits: Limits, now: () => Date): Plugin<GatewayContext> {
  const refusal = costLimit(limits.cost, allowanceOf(limits.costPerSecond, now));
  const check = (args: Parameters<typeof refusal>[0] & { contextValue?: unknown }) =>
    refusal(args, (args.contextValue as GatewayContext).viewer?.id ?? 'nobody');
  return {
    onExecute: ({ args, setResultAndStopExecution }) => {
      const refused = check(args);
      if (refused) setResultAndStopExecution({ errors: [refused] });
    },
    onSubscribe: ({ args, setResultAndStopExecution }) => {
      const refused = check(args);
      if (refused) setResultAndStopExecution({ errors: [refused] });
    },
  };
}

/** graphql-js itself executes; what goes wrong is shown as its caller may see it. */
const execution = (
  log: Log,
  peek: Peek,
  rendering = renderings(),
  watched = watchedOrders(peek),
): Plugin<GatewayContext> => ({
  onExecute: ({ args, setExecuteFn, context }) => {
    const occasion = { log, correlationId: context.correlationId };
    const order = watched(args);
    if (order) setExecuteFn(async (given) => (await rendering(given, occasion).render(order)).result);
    else setExecuteFn(async (given) => withFaultsShown(await execute(given), occasion));
  },
  onSubscribe: ({ setSubscribeFn, args }) => {
    const occasion = { log, correlationId: args.contextValue.correlationId };
    setSubscribeFn((given) => subscribe(given, occasion, rendering));
  },
});

const serverSentEvents = (presence: Presence, now: () => Date): Plugin<GatewayContext, Carried> => ({
  onResultProcess: ({ setResultProcessor, acceptableMediaTypes, request, serverContext }) => {
    if (!request.headers.get('accept')?.includes('text/event-stream')) return;
    acceptableMediaTypes.push('text/event-stream');
    // By now the server's context is the operation's, if it came so far as to have one.
    const { session = nobody } = serverContext as Partial<GatewayContext>;
    const processor = (result: unknown, fetchApi: FetchAPI) =>
      eventStream(result as ResultStream | ExecutionResult, fetchApi, presentAs(session, presence, now));
    setResultProcessor(processor, 'text/event-stream');
  },
});

const presentAs = ({ viewer, endsAt }: Session, presence: Presence, now: () => Date): Reader => ({
  endsInMs: endsAt - now().getTime(),
  enter: () => presence.enter(viewer?.id ?? 'nobody'),
  leave: () => presence.leave(viewer?.id ?? 'nobody'),
});

/** Errors outside of an operation's execution: a document that does not parse is shown, a bug is not. */
function lastResort(error: unknown, log: Log): GraphQLError {
  const correlationId = crypto.randomUUID();
  const found =
    error instanceof GraphQLError ? error : new GraphQLError(String(error), { originalError: asError(error) });
  return shown(found, { log, correlationId });
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));
