import { isDeepStrictEqual as isEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { Viewer } from '../src/builder/builder.ts';
import { rightsOf, scopesOf } from '../src/builder/scopes.ts';

/** Two values at least for each field of a viewer: a new field does not compile without them. */
const values: { [Field in keyof Viewer]-?: Viewer[Field][] } = {
  id: ['CUST-1', 'CUST-2'],
  role: ['CUSTOMER', 'MANAGER', 'OPERATOR'],
};
const viewers: (Viewer | null)[] = [null, ...values.role.flatMap((role) => values.id.map((id) => ({ id, role })))];

/** What every scope says of a viewer, those with an argument for each id. */
const allowed = (viewer: Viewer | null) =>
  Object.entries(scopesOf({ viewer })).map(([name, scope]) => [
    name,
    typeof scope === 'function' ? values.id.map((id) => scope(id)) : scope,
  ]);

test('every scope, also a new one, has the same result for viewers with equal rights', () => {
  const pairs = viewers.flatMap((one) => viewers.map((other) => [one, other] as const));
  const alike = pairs.filter(([one, other]) => isEqual(rightsOf({ viewer: one }), rightsOf({ viewer: other })));

  const unequal = alike.filter(([one, other]) => !isEqual(allowed(one), allowed(other)));

  expect(unequal).toEqual([]);
});
