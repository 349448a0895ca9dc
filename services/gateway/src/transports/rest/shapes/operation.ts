import { schema } from '@waybill/graphql';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  parse,
  typeFromAST,
} from 'graphql';

/** One of the documents that are executed, with its one root field. */
export type Operation = {
  text: string;
  schema: GraphQLSchema;
  document: DocumentNode;
  kind: 'query' | 'mutation' | 'subscription';
  /** The root field, as the document selects it and as the schema defines it. */
  root: FieldNode;
  field: GraphQLField<unknown, unknown>;
  variables: { name: string; type: GraphQLInputType }[];
};

export function operationOf(text: string): Operation {
  const document = parse(text);
  const operation = getOperationAST(document);
  const [root] = operation?.selectionSet.selections ?? [];
  if (!operation || root?.kind !== Kind.FIELD) throw new Error(`No operation with one field: ${text}`);
  const field = schema.getRootType(operation.operation)?.getFields()[root.name.value];
  if (!field) throw new Error(`The schema has no ${operation.operation} ${root.name.value}`);
  const variables = (operation.variableDefinitions ?? []).map(({ variable, type }) => ({
    name: variable.name.value,
    type: typeFromAST(schema, type as never) as GraphQLInputType,
  }));
  return { text, schema, document, kind: operation.operation as Operation['kind'], root, field, variables };
}
