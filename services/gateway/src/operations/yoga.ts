import type { IncomingMessage, ServerResponse } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { type Context, schema } from '@waybill/graphql';
import type { Log } from '@waybill/platform';
import { execute, GraphQLError } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import { contextFor, type Desks } from '../context.ts';
import { eventStream } from '../http/event-stream.ts';
import { examples } from '../http/examples.ts';
import { shown, withFaultsShown } from './faults.ts';
import { subscribe } from './subscribe.ts';

/** What a transport hands to an operation. */
export type Carried = { req: IncomingMessage; res?: ServerResponse; correlationId: string };

export type Operations = YogaServerInstance<Carried, Context>;

const bodyLimitBytes = 256 * 1024;

/** Parses, validates and executes operations, the same for every transport, and speaks GraphQL over HTTP. */
export const operationsOn = (desks: Desks, log: Log): Operations =>
  createYoga<Carried, Context>({
    schema,
    context: ({ req, correlationId }) => contextFor(desks, req.headers, correlationId),
    plugins: [execution(log), serverSentEvents],
    graphiql: { title: 'Waybill', subscriptionsProtocol: 'WS', defaultTabs: examples },
    renderGraphiQL,
    maxRequestBodySize: bodyLimitBytes,
    maskedErrors: { maskError: (error) => lastResort(error, log) },
    logging: false,
    landingPage: false,
    multipart: false,
    cors: false,
  });

/** graphql-js itself executes; what goes wrong is shown as its caller may see it. */
const execution = (log: Log): Plugin<Context> => ({
  onExecute: ({ setExecuteFn, context }) => {
    setExecuteFn(async (args) => withFaultsShown(await execute(args), { log, correlationId: context.correlationId }));
  },
  onSubscribe: ({ setSubscribeFn, args }) => {
    setSubscribeFn((given) => subscribe(given, { log, correlationId: args.contextValue.correlationId }));
  },
  onValidate:
    () =>
    ({ result, setResult, valid }) => {
      if (!valid) setResult(result.map((error) => coded(error as GraphQLError)));
    },
});

const coded = (error: GraphQLError): GraphQLError => {
  error.extensions.code ??= 'GRAPHQL_VALIDATION_FAILED';
  return error;
};

const serverSentEvents: Plugin = {
  onResultProcess: ({ setResultProcessor, acceptableMediaTypes, request }) => {
    if (!request.headers.get('accept')?.includes('text/event-stream')) return;
    acceptableMediaTypes.push('text/event-stream');
    setResultProcessor(eventStream, 'text/event-stream');
  },
};

/** Errors outside of an operation's execution: a document that does not parse is shown, a bug is not. */
function lastResort(error: unknown, log: Log): GraphQLError {
  const correlationId = crypto.randomUUID();
  const found =
    error instanceof GraphQLError ? error : new GraphQLError(String(error), { originalError: asError(error) });
  return shown(found, { log, correlationId });
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));
