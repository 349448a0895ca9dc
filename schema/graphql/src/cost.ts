import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';

type Asked = {
  document: DocumentNode;
  operationName?: string | null | undefined;
  variableValues?: { readonly [name: string]: unknown } | null | undefined;
};

/**
 * What an operation costs at most: one for each field that it could bring, a page counted for as many as it asks for,
 * and ten for each call that its fields make elsewhere.
 * Undefined for one that cannot run anyway: its document has no such operation, or its variables do not fit.
 */
export function costIn(schema: GraphQLSchema, { document, operationName, variableValues }: Asked): number | undefined {
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

/** The document without its other operations: a cost is that of the first. */
const alone = (operation: OperationDefinitionNode, { definitions }: DocumentNode): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [operation, ...definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)],
});
