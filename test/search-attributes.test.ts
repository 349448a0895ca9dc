import { readFileSync } from 'node:fs';
import { searchAttributes } from '@waybill/contracts/domain';
import { expect, test } from 'vitest';

test("the engine's set-up script creates each search attribute of an order, with its type", () => {
  const script = readFileSync(new URL('../deploy/temporal/set-up.sh', import.meta.url), 'utf8');
  const [, created = ''] = /for attribute in (.+); do/.exec(script) ?? [];

  expect(Object.fromEntries(created.split(' ').map((pair) => pair.split(':')))).toEqual(searchAttributes);
});
