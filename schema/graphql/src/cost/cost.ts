import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';

type CostRequest = {
  document: DocumentNode;
  operationName?: string | null | undefined;
  variableValues?: { readonly [name: string]: unknown } | null | undefined;
};

/**
 * The highest cost of an operation: one point for each field that it could return, multiplied by page sizes, and ten
 * for each call that its fields cause. Undefined for an operation that cannot run: the document does not contain it, or
 * its variables are invalid.
 */
export function costIn(
  schema: GraphQLSchema,
  { document, operationName, variableValues }: CostRequest,
): number | undefined {
  const operation = getOperationAST(document, operationName);
  if (!operation) return undefined;
  try {
    const variables = { ...variableValues };
    return complexityFromQuery(alone(operation, document), { schema, ctx: {}, variables }).complexity;
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

/** The document without its other operations: the cost is computed for the first. */
const alone = (operation: OperationDefinitionNode, { definitions }: DocumentNode): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [operation, ...definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)],
});
