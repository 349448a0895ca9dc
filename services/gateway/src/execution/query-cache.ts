import type { OrderSnapshot } from '@waybill/graphql';
import {
  type ExecutionArgs,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type ValueNode,
} from 'graphql';

/** The state of an order in a running watch that is up to date. */
export type Peek = (orderId: string) => OrderSnapshot | undefined;

/**
 * Finds the snapshot for a query of one watched order: until the order changes, the same document with the same rights
 * has the same result, which is in the rendering cache.
 *
 * A fast path: `npm run bench -- gateway one-query` measures it. Delete it together with the rendering cache.
 */
export function createQueryCache(peek: Peek) {
  const known = new WeakMap<OperationDefinitionNode, ValueNode | null>();
  const idIn = (operation: OperationDefinitionNode): ValueNode | null => {
    const found = known.get(operation);
    if (found !== undefined) return found;
    const argument = orderIdArgument(operation);
    known.set(operation, argument);
    return argument;
  };
  return ({ document, operationName, variableValues }: ExecutionArgs): OrderSnapshot | undefined => {
    const operation = getOperationAST(document, operationName);
    const argument = operation && idIn(operation);
    if (argument?.kind === Kind.STRING) return peek(argument.value);
    const id = argument?.kind === Kind.VARIABLE ? variableValues?.[argument.name.value] : undefined;
    return typeof id === 'string' ? peek(id) : undefined;
  };
}

/** The argument of `{ order(id: …) { … } }`; null for every other operation. */
function orderIdArgument({ operation, selectionSet }: OperationDefinitionNode): ValueNode | null {
  const [field, ...others] = selectionSet.selections;
  if (operation !== OperationTypeNode.QUERY || others.length > 0 || field?.kind !== Kind.FIELD) return null;
  if (field.name.value !== 'order' || field.directives?.length) return null;
  return field.arguments?.find(({ name }) => name.value === 'id')?.value ?? null;
}
