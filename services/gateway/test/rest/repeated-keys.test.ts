import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repeatedKey } from '../../src/transports/rest/repeated-keys.ts';
import { aGatewayWithDoubles, anOrderUnderWay, type Fixture } from '../support/gateway-with-doubles.ts';
import { restAt } from '../support/rest.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await aGatewayWithDoubles();
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1', { status: 'AWAITING_APPROVAL' }));
});
afterAll(() => fixture.close());

test('a body with a key that is given twice is refused by the name of the key, and changes nothing', async () => {
  const body = '{ "commandId": "reject-1", "reason": "too dear", "reason": "fraud" }';

  const refused = await restAt(fixture.gateway).post('/orders/ORD-1/reject', body);

  expect(refused).toMatchObject({
    status: 400,
    body: { code: 'INVALID_INPUT', fields: [{ path: ['reason'], message: 'is given more than once' }] },
  });
  expect(fixture.calls).not.toContain('engine.command');
});

describe('a key that is given twice', () => {
  test.each<[string, string, string[]]>([
    ['in an object of a list', '{"items":[{"sku":"A"},{"sku":"B","quantity":1,"sku":"C"}]}', ['items', '1', 'sku']],
    ['after a list in a list', '{"a":[[1,2],{"b":1,"b":2}]}', ['a', '1', 'b']],
    ['once with an escape', '{"sku":1,"\\u0073ku":2}', ['sku']],
    ['of an empty name', '{"":1,"":2}', ['']],
    ['with the name of a member of every object', '{"__proto__":1,"__proto__":2}', ['__proto__']],
    ['with space before its colon', '{"a" : 1, "a"\n:2}', ['a']],
  ])('is found: %s', (_, text, path) => {
    expect(JSON.parse(text)).toBeDefined();
    expect(repeatedKey(text)).toEqual(path);
  });

  test.each([
    ['the same key of two objects', '[{"a":1},{"a":2},{"b":{"a":{"a":3}}}]'],
    ['a text that looks like keys', '{"a":"\\"a\\":1,{\\"a\\":","b":"a","c":["a","a"]}'],
    ['a key that ends with a backslash', '{"a\\\\":1,"a":2}'],
    ['no object', '"a"'],
  ])('is not %s', (_, text) => {
    expect(JSON.parse(text)).toBeDefined();
    expect(repeatedKey(text)).toBeUndefined();
  });
});
