import { schema } from '@waybill/graphql';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { examples } from '../src/transports/http/graphiql-examples.ts';

test.each(examples.map(({ query }) => [query.slice(0, query.indexOf('\n')), query]))('%s', (_, query) => {
  expect(validate(schema, parse(query))).toEqual([]);
});
