import * as client from '@waybill/client/documents';
import { costIn, schema } from '@waybill/graphql';
import {
  type DocumentNode,
  type GraphQLInputType,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  typeFromAST,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { withinLimits } from '../services/gateway/src/execution/limits/document.ts';
import { defaultLimits } from '../services/gateway/src/execution/limits/limits.ts';
import { sample } from '../services/gateway/test/support/operations.ts';

const documents = Object.entries(client).map(([name, text]) => [name, text] as const);

test.each(documents)("%s is within the gateway's limits, with the largest page", (_, text) => {
  const document = parse(text);
  const variableValues = largest(operationIn(document));

  expect(validate(schema, document, [...specifiedRules, withinLimits(defaultLimits)])).toEqual([]);
  expect(costIn(schema, { document, variableValues })).toBeLessThanOrEqual(defaultLimits.cost);
});

/** A client asks for what it knows the type of. */
const untyped = ['node', 'nodes'];

test('the client has every query, mutation and subscription of the API', () => {
  const offered = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}),
  );
  const used = new Set(documents.flatMap(([, text]) => fieldsOf(text)));

  expect(offered.filter((field) => !used.has(field))).toEqual(untyped);
});

const fieldsOf = (text: string) =>
  operationIn(parse(text)).selectionSet.selections.flatMap((field) =>
    field.kind === Kind.FIELD ? [field.name.value] : [],
  );

const operationIn = ({ definitions }: DocumentNode) =>
  definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;

/** What must be given, and as large a page as may be. */
const largest = ({ variableDefinitions = [] }: OperationDefinitionNode) =>
  Object.fromEntries(
    variableDefinitions.map(({ variable: { name }, type }) => {
      const defaultValue = type.kind === Kind.NON_NULL_TYPE ? typeFromAST(schema, type) : undefined;
      return [
        name.value,
        name.value === 'first' ? defaultLimits.page : defaultValue && sample(defaultValue as GraphQLInputType),
      ];
    }),
  );
