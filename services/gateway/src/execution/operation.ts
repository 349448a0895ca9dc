import { badUserInput } from '@waybill/graphql';
import { type DocumentNode, getOperationAST, type OperationDefinitionNode } from 'graphql';

/** The operation that a request names; throws if the name is wrong. */
export function selectOperation(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (operation) return operation;
  throw badUserInput(
    name === undefined || name === null
      ? 'operationName must say which operation of the document is meant'
      : `The document has no operation ${JSON.stringify(name)}`,
  );
}
