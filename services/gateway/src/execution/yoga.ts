import { schema } from '@waybill/graphql';
import type { Log } from '@waybill/platform';
import { type ExecutionArgs, execute, type GraphQLError, getOperationAST } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Access } from '../auth/access.ts';
import type { Session } from '../auth/session.ts';
import type { Quota } from '../ports/quota.ts';
import { createContext, type GatewayContext, type Ports, type ServerContext } from './context.ts';
import { createCostCharging } from './cost-charging.ts';
import { begin, type Patience } from './deadline.ts';
import { createDocumentCaches } from './document-cache.ts';
import { type MaskingContext, maskErrors, maskThrown, type ObserveFault } from './error-masking.ts';
import type { Limits } from './limits/limits.ts';
import { createOperationLog, type ObserveOperation } from './operation-log.ts';
import { operationTracing } from './operation-tracing.ts';
import { createQueryCache, type Peek } from './query-cache.ts';
import { createRenderingCache } from './rendering-cache.ts';
import { subscribe } from './subscribe.ts';
import { createValidation } from './validation.ts';

export type Operations = YogaServerInstance<ServerContext, GatewayContext>;

type MaskingOptions = Omit<MaskingContext, 'correlationId' | 'trace'>;

/** How Yoga parses HTTP requests and writes results, and the page for browsers, if there is one. */
export type HttpBinding = {
  plugins: Plugin<GatewayContext, ServerContext>[];
  graphiqlPage: (() => string) | undefined;
};

export type OperationsOptions = Patience & {
  ports: Ports;
  peek: Peek;
  access: Access;
  limits: Limits;
  quota: Quota;
  http: HttpBinding;
  log: Log;
  observe?: { observeOperation: ObserveOperation; observeFault: ObserveFault } | undefined;
};

/** Parses, validates and executes operations for every transport, and implements GraphQL over HTTP. */
export function createOperations({
  ports,
  peek,
  access,
  limits,
  quota,
  http,
  log,
  observe,
  ...patience
}: OperationsOptions): Operations {
  const masking = { log, introspection: access.introspection, observeFault: observe?.observeFault };
  return createYoga<ServerContext, GatewayContext>({
    schema,
    context: async (given) => createContext({ ports, limits }, given, await authenticate(given, masking)),
    plugins: [
      createOperationLog(log, observe?.observeOperation),
      createValidation(access, limits),
      createCostCharging(limits, quota),
      createExecution(masking, peek, patience),
      ...operationTracing(),
      ...http.plugins,
    ],
    graphiql: http.graphiqlPage !== undefined,
    renderGraphiQL: () => http.graphiqlPage?.() ?? '',
    maxRequestBodySize: limits.bodyBytes,
    maskedErrors: { maskError: (error) => maskUnexpected(error, masking) },
    logging: false,
    landingPage: false,
    multipart: false,
    batching: false,
    extraParamNames: ['documentId'],
    parserAndValidationCache: createDocumentCaches(),
    cors: false,
  });
}

const authenticate = ({ authenticate, correlationId }: ServerContext, masking: MaskingOptions): Promise<Session> =>
  authenticate().catch((error: unknown) => {
    throw maskThrown(error, { ...masking, correlationId });
  });

/** Executes with graphql-js; queries and mutations within the time limit of a request. Errors are masked. */
const createExecution = (
  masking: MaskingOptions,
  peek: Peek,
  patience: Patience,
  rendering = createRenderingCache(),
  queryCache = createQueryCache(peek),
): Plugin<GatewayContext> => ({
  onExecute: ({ args, setExecuteFn, context }) => {
    const maskingContext = maskingFor(masking, context);
    begin(context.deadline, isMutation(args) ? 'mutation' : 'query', patience);
    const order = queryCache(args);
    if (order) setExecuteFn(async (given) => (await rendering(given, maskingContext).render(order)).result);
    else setExecuteFn(async (given) => maskErrors(await execute(given), maskingContext));
  },
  onSubscribe: ({ setSubscribeFn, args }) => {
    const maskingContext = maskingFor(masking, args.contextValue);
    setSubscribeFn((given) => subscribe(given, maskingContext, rendering));
  },
});

const isMutation = ({ document, operationName }: ExecutionArgs) =>
  getOperationAST(document, operationName)?.operation === 'mutation';

type Origin = Pick<GatewayContext, 'correlationId' | 'trace'>;

const maskingFor = (
  { log, introspection, observeFault }: MaskingOptions,
  { correlationId, trace }: Origin,
): MaskingContext => ({ log, introspection, observeFault, correlationId, trace });

/** Errors outside of an operation's execution: a syntax error is shown, a bug is not. */
const maskUnexpected = (error: unknown, masking: MaskingOptions): GraphQLError =>
  maskThrown(error, { ...masking, correlationId: crypto.randomUUID() });
