import { costIn } from '@waybill/graphql';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Allowance } from './allowance.ts';

type Asking = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;

/** For so many values of its variables a document's cost is remembered. */
const costsRemembered = 100;

/** Says no to an operation that costs more than one may, or more than its user has left. */
export const costLimit =
  (mostCost: number, allowance: Allowance, costOf = rememberedCosts()) =>
  (asking: Asking, spender: string): GraphQLError | undefined => {
    const cost = costOf(asking);
    if (cost > mostCost) return tooDear(cost, mostCost);
    const afterSeconds = allowance.spend(spender, cost);
    return afterSeconds === undefined ? undefined : rateLimited('You ask for too much at once', afterSeconds);
  };

/** The same document with the same variables costs the same. */
function rememberedCosts() {
  const known = new WeakMap<Asking['document'], LRUCache<string, number>>();
  return (asking: Asking): number => {
    const costs = known.get(asking.document) ?? new LRUCache<string, number>({ max: costsRemembered });
    known.set(asking.document, costs);
    const key = JSON.stringify([asking.operationName, asking.variableValues]);
    const cost = costs.get(key) ?? costIn(asking.schema, asking) ?? 1;
    costs.set(key, cost);
    return cost;
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
