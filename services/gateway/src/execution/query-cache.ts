import type { OrderSnapshot } from '@waybill/graphql';
import {
  type ExecutionArgs,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type ValueNode,
} from 'graphql';

/** An order as a watch that is up to date knows it. */
export type Peek = (orderId: string) => OrderSnapshot | undefined;

/**
 * The order that a query asks for, when it asks for nothing else and somebody watches that order: until the order
 * changes, whoever asks in the same words with the same rights gets the same answer.
 */
export function watchedOrders(peek: Peek) {
  const known = new WeakMap<OperationDefinitionNode, ValueNode | null>();
  const idIn = (operation: OperationDefinitionNode): ValueNode | null => {
    const found = known.get(operation);
    if (found !== undefined) return found;
    const asked = idAskedIn(operation);
    known.set(operation, asked);
    return asked;
  };
  return ({ document, operationName, variableValues }: ExecutionArgs): OrderSnapshot | undefined => {
    const operation = getOperationAST(document, operationName);
    const asked = operation && idIn(operation);
    if (asked?.kind === Kind.STRING) return peek(asked.value);
    const given = asked?.kind === Kind.VARIABLE ? variableValues?.[asked.name.value] : undefined;
    return typeof given === 'string' ? peek(given) : undefined;
  };
}

/** The `id` of `{ order(id: …) { … } }`; null for every other operation, and for one whose root depends on more. */
function idAskedIn({ operation, selectionSet }: OperationDefinitionNode): ValueNode | null {
  const [field, ...others] = selectionSet.selections;
  if (operation !== OperationTypeNode.QUERY || others.length > 0 || field?.kind !== Kind.FIELD) return null;
  if (field.name.value !== 'order' || field.directives?.length) return null;
  return field.arguments?.find(({ name }) => name.value === 'id')?.value ?? null;
}
