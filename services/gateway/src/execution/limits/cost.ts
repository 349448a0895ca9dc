import { BoundedCache } from '@waybill/bounded';
import { costIn } from '@waybill/graphql';
import { type ExecutionArgs, GraphQLError, getOperationAST, type OperationDefinitionNode } from 'graphql';
import type { Quota } from '../../ports/quota.ts';

type Costed = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;

/** The number of cached costs per operation, by the values of its variables, if these are short. */
const cacheBounds = { entries: 20, bytes: 16 * 1024, sizeOf: () => 8 };
const shortVariables = 300;

/** Refuses an operation that exceeds the cost limit, or the rest of its user's quota. */
export const createCostLimit =
  (mostCost: number, quota: Quota, costOf = createCostCache()) =>
  (operation: Costed, owner: string): GraphQLError | undefined => {
    const cost = costOf(operation);
    if (cost > mostCost) return tooExpensive(cost, mostCost);
    const afterSeconds = quota.charge(owner, cost);
    return afterSeconds === undefined ? undefined : usedUp(cost, quota, afterSeconds);
  };

/** The cost of an operation: the same one with the same variables has the same cost. */
export function createCostCache() {
  const known = new WeakMap<OperationDefinitionNode, BoundedCache<number>>();
  return (costed: Costed): number => {
    const cost = () => costIn(costed.schema, costed) ?? 1;
    const operation = getOperationAST(costed.document, costed.operationName);
    const variables = JSON.stringify(costed.variableValues ?? {});
    if (!operation || variables.length > shortVariables) return cost();
    const costs = known.get(operation) ?? new BoundedCache<number>(cacheBounds);
    known.set(operation, costs);
    const found = costs.get(variables) ?? cost();
    costs.set(variables, found);
    return found;
  };
}

const tooExpensive = (cost: number, most: number) =>
  new GraphQLError(`This operation costs ${cost}; at most ${most} is allowed: ask for fewer fields, or smaller pages`, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400, spec: true } },
  });

const usedUp = (cost: number, { burst, perSecond }: Quota, afterSeconds: number) =>
  rateLimited(
    `This operation costs ${cost}; you may spend ${burst} at once, and ${perSecond} per second on average`,
    afterSeconds,
  );

export const rateLimited = (message: string, retryAfterSeconds: number) =>
  new GraphQLError(`${message}: try again in ${retryAfterSeconds} s`, {
    extensions: {
      code: 'RATE_LIMITED',
      retryAfterSeconds,
      http: { status: 429, spec: true, headers: { 'retry-after': `${retryAfterSeconds}` } },
    },
  });
