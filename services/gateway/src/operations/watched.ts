import type { OrderSnapshot } from '@waybill/graphql';
import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  Kind,
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
  const known = new WeakMap<DocumentNode, Map<string | undefined, ValueNode | null>>();
  return ({ document, operationName, variableValues }: ExecutionArgs): OrderSnapshot | undefined => {
    const operations = known.get(document) ?? new Map<string | undefined, ValueNode | null>();
    known.set(document, operations);
    const name = operationName ?? undefined;
    const asked = operations.get(name) ?? idAskedIn(document, name);
    operations.set(name, asked);
    if (asked?.kind === Kind.STRING) return peek(asked.value);
    const given = asked?.kind === Kind.VARIABLE ? variableValues?.[asked.name.value] : undefined;
    return typeof given === 'string' ? peek(given) : undefined;
  };
}

/** The `id` of `{ order(id: …) { … } }`; null for every other operation, and for one whose root depends on more. */
function idAskedIn(document: DocumentNode, operationName: string | undefined): ValueNode | null {
  const operation = getOperationAST(document, operationName);
  const [field, ...others] = operation?.selectionSet.selections ?? [];
  if (operation?.operation !== OperationTypeNode.QUERY || others.length > 0 || field?.kind !== Kind.FIELD) return null;
  if (field.name.value !== 'order' || field.directives?.length) return null;
  return field.arguments?.find(({ name }) => name.value === 'id')?.value ?? null;
}
