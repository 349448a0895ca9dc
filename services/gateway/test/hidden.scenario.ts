import { afterAll, beforeAll, expect, test } from 'vitest';
import { all } from './support/events.ts';
import { openShop, type Shop } from './support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const viewer = '{ viewer { id role } }';

test('development tokens are for this machine, by its own names', async () => {
  const ask = (headers: Record<string, string>, gateway = shop.gateway) =>
    fetch(`${gateway.url}/dev/tokens`, { headers });
  const without = await shop.anotherGateway({ access: { developmentTokens: undefined } });

  const here = await ask({});
  const forwarded = await ask({ 'x-forwarded-for': '203.0.113.9' });
  const none = await ask({}, without);

  expect(await here.json()).toEqual({
    customer: expect.any(String),
    manager: expect.any(String),
    operator: expect.any(String),
  });
  expect([forwarded.status, none.status]).toEqual([404, 404]);
});

test('where the schema is hidden, neither introspection nor suggestions show it', async () => {
  const closed = await shop.anotherGateway({ access: { introspection: false, graphiql: false } });

  const introspected = await closed.ask('{ __schema { types { name } } }');
  const guessed = await closed.ask('{ viewer { idd } }');
  const page = await fetch(closed.endpoint, { headers: { accept: 'text/html' } });

  expect(introspected.errors?.[0]?.message).toMatch(/introspection/);
  expect(guessed.errors?.[0]?.message).toBe('Cannot query field "idd" on type "Viewer".');
  expect(await page.text()).not.toContain('<html');
});

test('with trusted documents, no other is executed on any transport', async () => {
  const trusting = await shop.anotherGateway({ access: { trustedDocuments: new Map([['who', viewer]]) } });
  const byId = await fetch(trusting.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...trusting.authorization },
    body: JSON.stringify({ documentId: 'who' }),
  });

  const byText = await trusting.ask(viewer);
  const bySocket = await all(trusting.follow(viewer)).catch((errors: unknown) => errors);

  expect(await byId.json()).toEqual({ data: { viewer: { id: 'otto', role: 'OPERATOR' } } });
  expect(byText.errors).toMatchObject([{ message: expect.stringContaining('Only trusted documents') }]);
  expect(bySocket).toMatchObject([{ message: expect.stringContaining('Only trusted documents') }]);
});
