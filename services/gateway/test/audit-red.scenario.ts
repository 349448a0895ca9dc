import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from './support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const withToken: typeof fetch = (url, init) =>
  fetch(url, {
    ...init,
    headers: { ...Object.fromEntries(new Headers(init?.headers)), ...shop.gateway.authorization },
  });

/** The official suite of GraphQL over HTTP. */
const audits = serverAudits({ url: () => shop.gateway.url, fetchFn: withToken });

test.each(audits)('$name ($id)', async ({ fn, id, name }) => {
  const result = await fn();

  expect(result).toEqual({ id, name, status: 'ok' });
});
