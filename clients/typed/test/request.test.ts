import { connect, OrderDocument, Unauthenticated, ViewerDocument } from '@waybill/client';
import { expect, test, vi } from 'vitest';
import { aGateway } from './support/gateway.ts';
import { silence } from './support/stream.ts';
import { aViewer } from './support/viewer.ts';

test('a request whose token has expired is sent again with a new one', async () => {
  await using shop = await aGatewayInTest();
  const tokens = ['token-1', 'token-2'].values();
  const client = shop.connect({ token: () => tokens.next().value ?? '' });
  await client.request(ViewerDocument, {});

  shop.good.clear();
  shop.good.add('token-2');
  const answer = await client.request(ViewerDocument, {});

  expect(answer).toMatchObject({ viewer: { id: 'ada', role: 'CUSTOMER' } });
});

test('a request that is refused again with a new token fails with a named error', async () => {
  await using shop = await aGatewayInTest();

  const asking = shop.connect({ token: () => 'stolen' }).request(ViewerDocument, {});

  await expect(asking).rejects.toThrow(Unauthenticated);
  expect(shop.seen).toHaveLength(2);
});

test('ten requests that need a token share one token request', async () => {
  await using shop = await aGatewayInTest();
  let asked = 0;
  const client = shop.connect({ token: async () => `token-${++asked}` });

  await Promise.all(Array.from({ length: 10 }, () => client.request(ViewerDocument, {})));

  expect(asked).toBe(1);
});

test('a response that is not GraphQL becomes an error by its status', async () => {
  const answering = (status: number, headers = {}) =>
    connect({
      url: 'http://shop.test',
      token: () => 't',
      fetch: async () => new Response('<html>', { status, headers }),
    });
  const request = (status: number, headers = {}) => answering(status, headers).request(OrderDocument, { id: 'ORD-1' });

  await expect(request(404)).rejects.toMatchObject({ name: 'Refused', code: 'HTTP_404' });
  await expect(request(502)).rejects.toMatchObject({ name: 'Unavailable', code: 'HTTP_502', retryAfterMs: 0 });
  await expect(request(429, { 'retry-after': '7' })).rejects.toMatchObject({
    name: 'Unavailable',
    retryAfterMs: 7_000,
  });
});

test('a URL that is not the endpoint gets an error that names the missing path', async () => {
  const messageAt = (url: string) => {
    const fetch = async () => Object.defineProperty(new Response('no', { status: 405 }), 'url', { value: url });
    return connect({ url, token: 't', fetch })
      .request(ViewerDocument, {})
      .catch((error: unknown) => error);
  };

  const [bare, whole] = await Promise.all(['http://shop.test/', 'http://shop.test/graphql'].map(messageAt));

  expect(bare).toMatchObject({ message: expect.stringContaining(': http://shop.test/ should end in /graphql') });
  expect(whole).toMatchObject({ message: 'The response is not GraphQL, its status is 405' });
});

test('in a page from another origin, a request without a response also says that the origin may not be allowed', async () => {
  const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  const asked = () =>
    connect({ url: 'http://shop.test/graphql', token: 't', fetch })
      .request(ViewerDocument, {})
      .catch((error: Error) => error.message);
  const at = async (origin: string) => {
    vi.stubGlobal('location', { origin, href: `${origin}/` });
    return asked();
  };

  const messages = [await asked(), await at('http://shop.test'), await at('http://page.test')];
  vi.unstubAllGlobals();

  const away = 'http://shop.test/graphql cannot be reached';
  const refused = `${away}, or does not allow this page's origin (WAYBILL_ALLOWED_ORIGINS)`;
  expect(messages).toEqual([away, away, refused]);
});

test('a request without a response fails as unavailable, an aborted one as aborted', async () => {
  await using gateway = await aGatewayInTest();
  const client = gateway.connect();
  const calledOff = client.request(OrderDocument, { id: 'ORD-1' }, { signal: AbortSignal.timeout(10) });

  await expect(calledOff).rejects.toThrow('aborted due to timeout');
  await gateway.close();

  await expect(client.request(OrderDocument, { id: 'ORD-1' })).rejects.toMatchObject({
    name: 'Unavailable',
    code: 'UNREACHABLE',
  });
});

test.each(['nonsense', 'ftp://shop.test', 'ws://shop.test/graphql', ''])('a client for "%s" is refused', (url) => {
  expect(() => connect({ url, token: 't' })).toThrow(TypeError);
});

test('two thousand requests at once cause no warning', async () => {
  const warnings: Error[] = [];
  const warned = (warning: Error) => void warnings.push(warning);
  process.on('warning', warned);
  const answer = JSON.stringify({ data: { viewer: { id: 'ada', role: 'CUSTOMER' } } });
  const client = connect({
    url: 'http://shop.test/graphql',
    token: 't',
    fetch: async (url, init) => {
      new Request(url, init);
      await new Promise((resolve) => setImmediate(resolve));
      return new Response(answer);
    },
  });

  await Promise.all(Array.from({ length: 2_000 }, () => client.request(ViewerDocument, {})));
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', warned);

  expect(warnings).toEqual([]);
});

/** A gateway that resolves the viewer, and never resolves an order. */
const aGatewayInTest = () => aGateway({ viewer: () => aViewer, order: silence });
