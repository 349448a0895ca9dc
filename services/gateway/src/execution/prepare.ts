import type { ExecutionArgs, GraphQLError } from 'graphql';
import type { GatewayContext, ServerContext } from './context.ts';
import { selectOperation } from './operation.ts';
import type { Operations } from './yoga.ts';

type GraphqlRequest = {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
};

/** A parsed, valid and authenticated operation, with the functions that execute it. */
export type Prepared = ExecutionArgs & {
  contextValue: GatewayContext;
  kind: 'query' | 'mutation' | 'subscription';
  execute: (args: ExecutionArgs) => unknown;
  subscribe: (args: ExecutionArgs) => unknown;
};

/** Prepares an operation for execution outside of Yoga's own requests; rejects if it cannot be executed. */
export async function prepare(
  operations: Operations,
  { query, operationName, variables }: GraphqlRequest,
  context: ServerContext,
  allowed: (kind: Prepared['kind']) => void = () => undefined,
): Promise<Prepared | readonly GraphQLError[]> {
  const { schema, parse, validate, contextFactory, execute, subscribe } = operations.getEnveloped(context);
  const document = parse(query);
  const errors = validate(schema, document) as readonly GraphQLError[];
  if (errors.length > 0) return errors;
  const kind = selectOperation(document, operationName).operation;
  allowed(kind);
  const contextValue = (await contextFactory()) as GatewayContext;
  return { schema, document, operationName, variableValues: variables, kind, execute, subscribe, contextValue };
}

export const isPrepared = (prepared: Prepared | readonly GraphQLError[]): prepared is Prepared => 'kind' in prepared;
