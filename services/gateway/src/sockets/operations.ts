import type { ExecutionArgs } from 'graphql';
import { GraphQLError } from 'graphql';
import type { ServerOptions, SubscribePayload } from 'graphql-ws';
import { withoutStatus } from '../operations/faults.ts';
import type { Carried, Operations } from '../operations/yoga.ts';

type Enveloped = ExecutionArgs & Pick<ReturnType<Operations['getEnveloped']>, 'execute' | 'subscribe'>;

/** Runs a socket's operations through the same parsing, validation, context and execution as HTTP's. */
export function socketOperations(
  operations: Operations,
  carriedOf: (extra: unknown) => Carried,
): Pick<ServerOptions, 'onSubscribe' | 'execute' | 'subscribe'> {
  const prepare = async (carried: Carried, payload: SubscribePayload): Promise<Enveloped | readonly GraphQLError[]> => {
    const { schema, parse, validate, contextFactory, execute, subscribe } = operations.getEnveloped(carried);
    const document = parse(payload.query);
    const errors = validate(schema, document);
    if (errors.length > 0) return (errors as GraphQLError[]).map(withoutStatus);
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
    onSubscribe: async ({ extra }, _id, payload) => {
      try {
        return await prepare(carriedOf(extra), payload);
      } catch (error) {
        if (error instanceof GraphQLError) return [withoutStatus(error)];
        throw error;
      }
    },
    execute: (args) => (args as Enveloped).execute(args),
    subscribe: (args) => (args as Enveloped).subscribe(args),
  };
}
