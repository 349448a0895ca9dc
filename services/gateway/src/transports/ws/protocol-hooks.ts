import { type ExecutionArgs, GraphQLError } from 'graphql';
import type { Context, ServerOptions, SubscribePayload } from 'graphql-ws';
import type { GatewayContext, ServerContext } from '../../execution/context.ts';
import { withoutStatus } from '../../execution/error-masking.ts';
import { rateLimited } from '../../execution/limits/cost.ts';
import type { Limits } from '../../execution/limits/limits.ts';
import { operationIn } from '../../execution/operation.ts';
import type { Operations } from '../../execution/yoga.ts';
import type { Peer } from './peer.ts';

type Enveloped = ExecutionArgs & Pick<ReturnType<Operations['getEnveloped']>, 'execute' | 'subscribe'>;

type Parts = {
  operations: Operations;
  documentOf: (payload: Record<string, unknown>) => string | undefined;
  limits: Limits;
  carriedBy: (peer: Peer, operationId: string) => ServerContext;
};

type Options = ServerOptions<Record<string, unknown>, Peer>;

/** Runs a socket's operations through the same parsing, validation, context and execution as HTTP's. */
export function socketOperations(
  parts: Parts,
): Pick<Options, 'onSubscribe' | 'execute' | 'subscribe' | 'onNext' | 'onError' | 'onComplete'> {
  const { operations, documentOf, limits, carriedBy } = parts;

  const prepare = async (
    carried: ServerContext,
    payload: SubscribePayload,
  ): Promise<Enveloped | readonly GraphQLError[]> => {
    const { schema, parse, validate, contextFactory, execute, subscribe } = operations.getEnveloped(carried);
    const document = parse(documentOf({ ...payload }) ?? '');
    const errors = validate(schema, document);
    if (errors.length > 0) return (errors as GraphQLError[]).map(withoutStatus);
    operationIn(document, payload.operationName);
    return {
      schema,
      document,
      execute,
      subscribe,
      contextValue: await contextFactory(),
      operationName: payload.operationName,
      variableValues: payload.variables,
    };
  };

  return {
    onSubscribe: async ({ extra }: Context<Record<string, unknown>, Peer>, id, payload) => {
      if (extra.running.size > limits.operationsPerSocket) {
        return [withoutStatus(rateLimited('This socket has as many operations as it may', 1))];
      }
      try {
        return await prepare(carriedBy(extra, id), payload);
      } catch (error) {
        if (error instanceof GraphQLError) return [withoutStatus(error)];
        throw error;
      }
    },
    execute: (args) => (args as Enveloped).execute(args),
    subscribe: async (args) => {
      const result = await (args as Enveloped).subscribe(args);
      const { delivery } = args.contextValue as GatewayContext;
      // These arguments live as long as the subscription, and nobody needs what is in them any more.
      Object.assign(args, { contextValue: undefined, execute: undefined, subscribe: undefined });
      return delivery?.stream ?? result;
    },
    // From here on the client may use the id again.
    onError: ({ extra }, id) => extra.running.complete(id),
    onComplete: ({ extra }, id) => extra.running.complete(id),
    onNext: (_context, _id, _payload, _args, { data, errors }) =>
      errors && {
        ...(data === undefined ? {} : { data }),
        errors: errors.map((error) => withoutStatus(error).toJSON()),
      },
  };
}
