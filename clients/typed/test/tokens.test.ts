import { Unauthenticated } from '@waybill/client';
import { expect, test } from 'vitest';
import { aGatewayWithExpiringTokens } from './support/expiring-tokens.ts';
import { failureOf, patience } from './support/stream.ts';

const transports = ['ws', 'sse'] as const;

test.each(transports)('over %s, an expired token is renewed, as often as that happens', async (transport) => {
  await using shop = await aGatewayWithExpiringTokens();
  const events = shop.connect({ transport, token: shop.nextToken }).orders.events('ORD-1');

  const seqs: unknown[] = [];
  for (const token of ['token-2', 'token-3', 'token-4']) {
    seqs.push((await events.next()).value?.seq);
    const next = events.next();
    shop.expire(token);
    seqs.push((await next).value?.seq);
  }
  await events.return();

  expect(seqs).toEqual([1, 2, 3, 4, 5, 6]);
});

test.each(transports)('over %s, an idle stream outlives one token after another', async (transport) => {
  await using shop = await aGatewayWithExpiringTokens();
  let minutes = 0;
  const client = shop.connect({ transport, token: shop.nextToken, now: () => minutes++ * 60_000 });
  const changes = client.orders.changes(null, { after: '0' });
  const next = changes.next();

  for (const token of [1, 2, 3]) {
    await expect.poll(() => [shop.seen.length, shop.connected()], patience).toEqual([token, 1]);
    shop.expire(`token-${token + 1}`);
  }
  await expect.poll(() => shop.seen.at(-1)?.authorization, patience).toBe('Bearer token-4');
  await changes.return();

  expect(await next).toEqual({ done: true, value: undefined });
  expect(shop.seen).toHaveLength(4);
});

test.each(transports)(
  'over %s, a fixed token is used as it is, and its refusal is a named error',
  async (transport) => {
    await using shop = await aGatewayWithExpiringTokens();
    const [good, bad] = [shop.connect({ transport, token: 'token-1' }), shop.connect({ transport, token: 'stolen' })];

    const first = await good.orders.events('ORD-1').next();
    const failure = await failureOf(bad.orders.events('ORD-1'));

    expect(first.value?.seq).toBe(1);
    expect(failure).toBeInstanceOf(Unauthenticated);
  },
);

test.each(transports)(
  'over %s, a token that is refused twice ends the stream with a named error',
  async (transport) => {
    await using shop = await aGatewayWithExpiringTokens();

    const failure = await failureOf(shop.connect({ transport, token: () => 'stolen' }).orders.events('ORD-1'));

    expect(failure).toBeInstanceOf(Unauthenticated);
    expect(failure).toMatchObject({ name: 'Unauthenticated', code: 'UNAUTHENTICATED' });
    expect(shop.seen).toHaveLength(2);
  },
);

test('over sse, a token that is refused twice within the stream ends it as well', async () => {
  await using shop = await aGatewayWithExpiringTokens();
  const changes = shop
    .connect({ transport: 'sse', token: shop.nextToken, now: () => 0 })
    .orders.changes(null, { after: '0' });
  const next = changes.next();

  for (const token of [1, 2]) {
    await expect.poll(() => [shop.seen.length, shop.connected()], patience).toEqual([token, 1]);
    if (token === 2) void next.catch(() => undefined);
    shop.expire(`token-${token + 1}`);
  }

  await expect(next).rejects.toThrow(Unauthenticated);
});

test('over ws, a token that is refused in a result is renewed with its socket', async () => {
  await using shop = await aGatewayWithExpiringTokens();
  const client = shop.connect({ token: shop.nextToken });
  const neighbour = client.orders.changes(null, { after: '0' });
  void neighbour.next().catch(() => undefined); // it ends when the client is closed
  const events = client.orders.events('ORD-1');
  await events.next();
  await events.next();
  const next = events.next();

  shop.good.add('token-2');
  shop.refuse();

  expect((await next).value?.seq).toBe(3);
  expect(shop.seen.map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  client.close();
});

test.each(transports)('over %s, an error of the token source is passed on unchanged', async (transport) => {
  await using shop = await aGatewayWithExpiringTokens();
  const loggedOut = new Error('Logged out');

  const failure = await failureOf(
    shop.connect({ transport, token: () => Promise.reject(loggedOut) }).orders.events('ORD-1'),
  );

  expect(failure).toBe(loggedOut);
});

test.each(transports)('over %s, a token is never part of a URL', async (transport) => {
  await using shop = await aGatewayWithExpiringTokens();
  const events = shop.connect({ transport }).orders.events('ORD-1');

  await events.next();
  await events.return();

  expect(shop.seen).toEqual([{ url: '/graphql', authorization: 'Bearer token-1' }]);
});
