import { BoundedCache } from '@waybill/bounded';
import { costIn } from '@waybill/graphql';
import { type ExecutionArgs, GraphQLError, getOperationAST, type OperationDefinitionNode } from 'graphql';
import type { Quota } from '../../ports/quota.ts';

type Asking = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;

/** An operation's cost is remembered for so many values of its variables, where these are short. */
const remembered = { entries: 20, bytes: 16 * 1024, sizeOf: () => 8 };
const shortVariables = 300;

/** Says no to an operation that costs more than one may, or more than its user has left. */
export const costLimit =
  (mostCost: number, quota: Quota, costOf = rememberedCosts()) =>
  (asking: Asking, owner: string): GraphQLError | undefined => {
    const cost = costOf(asking);
    if (cost > mostCost) return tooDear(cost, mostCost);
    const afterSeconds = quota.charge(owner, cost);
    return afterSeconds === undefined ? undefined : rateLimited('You ask for too much at once', afterSeconds);
  };

/** The same operation with the same variables costs the same. */
function rememberedCosts() {
  const known = new WeakMap<OperationDefinitionNode, BoundedCache<number>>();
  return (asking: Asking): number => {
    const cost = () => costIn(asking.schema, asking) ?? 1;
    const operation = getOperationAST(asking.document, asking.operationName);
    const variables = JSON.stringify(asking.variableValues ?? {});
    if (!operation || variables.length > shortVariables) return cost();
    const costs = known.get(operation) ?? new BoundedCache<number>(remembered);
    known.set(operation, costs);
    const found = costs.get(variables) ?? cost();
    costs.set(variables, found);
    return found;
  };
}

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
