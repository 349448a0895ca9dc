import { type GraphQLScalarType, isScalarType, isSpecifiedScalarType, Kind, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../src/index.ts';

const wrong: Record<string, { document: string; at: string }> = {
  Cursor: { document: '{ orders(after: "") { changesCursor } }', at: '""' },
  DateTime: { document: '{ orders(filter: { createdFrom: "today" }) { changesCursor } }', at: '"today"' },
  Decimal: { document: '{ orders(filter: { minTotal: true }) { changesCursor } }', at: 'true' },
  ID: { document: '{ order(id: {a: 1}) { id } }', at: '{a: 1}' },
};

test.each(Object.entries(wrong))(
  'an invalid %s in the document is reported with its position',
  (_, { document, at }) => {
    const errors = validate(schema, parse(document));

    expect(errors.map(({ locations }) => locations)).toEqual([[{ line: 1, column: document.indexOf(at) + 1 }]]);
  },
);

test('every scalar reports the position of an invalid literal', () => {
  const ours = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLScalarType => isScalarType(type) && !isSpecifiedScalarType(type),
  );
  const node = { kind: Kind.OBJECT, fields: [] } as const;

  const silent = ours.filter((type) => {
    try {
      type.parseLiteral(node, {});
      return false;
    } catch (error) {
      return (error as { nodes?: readonly unknown[] }).nodes?.[0] !== node;
    }
  });

  expect(silent.map(({ name }) => name)).toEqual([]);
});
