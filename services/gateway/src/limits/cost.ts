import { costIn } from '@waybill/graphql';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import type { Allowance } from './allowance.ts';

type Asking = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;

/** Says no to an operation that costs more than one may, or more than its user has left. */
export const costLimit =
  (mostCost: number, allowance: Allowance) =>
  (asking: Asking, spender: string): GraphQLError | undefined => {
    const cost = costIn(asking.schema, asking) ?? 1;
    if (cost > mostCost) return tooDear(cost, mostCost);
    const afterSeconds = allowance.spend(spender, cost);
    return afterSeconds === undefined ? undefined : rateLimited('You ask for too much at once', afterSeconds);
  };

const tooDear = (cost: number, most: number) =>
  new GraphQLError(`This costs ${cost}, and ${most} is allowed: ask for fewer fields, or smaller pages`, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400, spec: true } },
  });

export const rateLimited = (message: string, retryAfterSeconds: number) =>
  new GraphQLError(`${message}: try again in ${retryAfterSeconds} s`, {
    extensions: {
      code: 'RATE_LIMITED',
      retryAfterSeconds,
      http: { status: 429, spec: true, headers: { 'retry-after': `${retryAfterSeconds}` } },
    },
  });
