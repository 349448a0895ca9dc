import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from './support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const viewer = '{ viewer { id role } }';

test('a page of another origin opens no socket, ours and allowed ones do', async () => {
  const gateway = await shop.anotherGateway({ access: { allowedOrigins: ['https://shop.example'] } });
  const opens = async (headers: Record<string, string>) => {
    const socket = gateway.socket('graphql-transport-ws', headers);
    const [outcome] = await Promise.race([once(socket, 'open').then(() => ['open']), once(socket, 'error')]);
    socket.on('error', () => undefined).terminate();
    return String(outcome);
  };

  const outcomes = await Promise.all([
    opens({}),
    opens({ origin: gateway.url }),
    opens({ origin: 'https://shop.example' }),
    opens({ origin: 'https://evil.example' }),
    opens({ origin: 'null' }),
  ]);

  const refused = 'Error: Unexpected server response: 403';
  expect(outcomes).toEqual(['open', 'open', 'open', refused, refused]);
});

test('only pages of allowed origins may read answers', async () => {
  const gateway = await shop.anotherGateway({ access: { allowedOrigins: ['https://shop.example'] } });
  const allowed = async (origin: string) => {
    const preflight = await fetch(gateway.endpoint, { method: 'OPTIONS', headers: { origin } });
    const answer = await gateway.post(viewer, { origin });
    return [preflight, answer].map(({ headers }) => headers.get('access-control-allow-origin'));
  };

  expect(await allowed('https://shop.example')).toEqual(['https://shop.example', 'https://shop.example']);
  expect(await allowed('https://evil.example')).toEqual([null, null]);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
  'a body that a page could post without a preflight, as %j, is refused',
  async (type) => {
    const body = new TextEncoder().encode(JSON.stringify({ query: '{ __typename }' }));

    const answer = await fetch(shop.gateway.endpoint, {
      method: 'POST',
      headers: type ? { 'content-type': type } : {},
      body,
    });

    expect(answer.status).toBe(415);
  },
);
