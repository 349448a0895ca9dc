// Longer than 150 lines: a row for each path that is no page.
import { rmSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageRoutes } from '../src/transports/http/dashboard/pages.ts';
import { aBuiltDashboard, page, requestPath, script, scriptPath } from './support/dashboard-build.ts';
import type { Driver } from './support/driver.ts';
import { openIsolatedGateway } from './support/isolated-gateway.ts';
import { anAccess } from './support/tokens.ts';

const signIn = { issuer: 'https://issuer.example/shop', clientId: 'dashboard', audience: 'waybill' };
let gateway: Driver;
beforeAll(async () => {
  const folder = aBuiltDashboard();
  gateway = await openIsolatedGateway({ dashboard: { folder, signIn } });
  rmSync(folder, { recursive: true }); // another build may take its place at any time
});
afterAll(() => gateway.stop());

const get = (path: string, headers?: Record<string, string>, method?: string) =>
  requestPath(gateway.url, path, headers, method);

test.each(pageRoutes.map((route) => route.replace(':id', 'ORD-1')))('the page %s is the one document', async (path) => {
  const { status, headers, body } = await get(`${path}?tab=journal`);

  expect(status).toBe(200);
  expect(body.toString()).toBe(page);
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
});

test.each([
  ...['/api', '/dev', '/metrics', '/workflows', '/orders/ORD-1/result', '/graphql/x'],
  ...['/ready/x', '/orders/', '/orders/ORD-1/', '//orders', '/Orders', '/index.html', '/.sources'],
  ...['/assets', '/assets/', '/assets/index-gone.js', `${scriptPath}.br`, `${scriptPath}/`, '/orders/x.js/y'],
  ...['/../secret.txt', '/%2e%2e/secret.txt', '/assets/../../secret.txt', '/assets/..%2f..%2fsecret.txt'],
  ...['/assets/%2e%2e/%2e%2e/secret.txt', '/assets/..\\..\\secret.txt', '/assets/%5c..%5csecret.txt'],
  ...['/orders/..', '/orders/%2e%2e', '/orders/%2E', '/orders/a%2fb', '/orders/a%5cb', '/orders/%00', '/orders/%zz'],
  ...['/constructor', '/__proto__', '/toString', '/assets/__proto__'],
])('%s is no page and no file', async (path) => {
  const { status, headers } = await get(path, { accept: '*/*' });

  expect(status).toBe(404);
  expect(headers['content-type']).toBe('application/problem+json');
});

const rest = ['/api/v1/orders', '/api/docs', '/docs', '/workflows/RUN-1/status', '/orders/ORD-1/status'];
test.each([...rest, '/orders/ORD-1/start', '/orders/ORD-1/signals/approve'])(
  '%s is REST, and no page',
  async (path) => {
    const { status, body } = await get(path, { accept: 'text/html' });

    expect(status).not.toBe(404);
    expect(body.toString()).not.toBe(page);
  },
);

test('probes get their response, and no page', async () => {
  const answers = await Promise.all(['/health', '/dev/tokens'].map((path) => get(path, { accept: 'text/html' })));

  expect(answers.map(({ headers }) => headers['content-type'])).toEqual(['application/json', 'application/json']);
});

test('a page may load and call its own origin, and call the one issuer', async () => {
  const { headers } = await get('/orders/ORD-1');

  expect(headers['content-security-policy']).toBe(
    [
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'",
      "connect-src 'self' https://issuer.example; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    ].join('; '),
  );
  expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
});

test('an asset is kept for ever, a file without a digest in its name is asked for again', async () => {
  const [asset, icon] = await Promise.all([get(scriptPath), get('/icon.svg')]);

  expect(asset.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(icon.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'no-cache' });
});

test.each<[string, string | undefined, (body: Buffer) => Buffer]>([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
  ['*', 'br', brotliDecompressSync],
  ['br;q=0, *', 'gzip', gunzipSync],
  ['identity', undefined, (body) => body],
  ['zstd', undefined, (body) => body],
])('a client that accepts %s gets that encoding', async (accepted, encoding, decode) => {
  const { headers, body } = await get(scriptPath, { 'accept-encoding': accepted });

  expect(headers['content-encoding']).toBe(encoding);
  expect(headers).toMatchObject({ vary: 'accept-encoding', 'content-length': `${body.length}` });
  expect(decode(body).toString()).toBe(script);
});

test.each(['/', scriptPath])('a client that has %s gets 304', async (path) => {
  const first = await get(path);
  const etag = String(first.headers.etag);

  const [same, amongOthers, other, compressed] = await Promise.all([
    get(path, { 'if-none-match': etag }),
    get(path, { 'if-none-match': `"other", W/${etag}` }),
    get(path, { 'if-none-match': '"other"' }),
    get(scriptPath, { 'if-none-match': etag, 'accept-encoding': 'br' }),
  ]);

  expect([same, amongOthers, other, compressed].map(({ status }) => status)).toEqual([304, 304, 200, 200]);
  expect(same.body).toHaveLength(0);
  expect(same.headers).toMatchObject({ etag, 'cache-control': first.headers['cache-control'] });
});

test.each(['/', scriptPath, '/dashboard.json'])('HEAD of %s has the headers of GET, and no body', async (path) => {
  const whole = await get(path);
  const head = await get(path, {}, 'HEAD');

  const told = ({ headers }: typeof head) => ({ ...headers, date: '', 'x-correlation-id': '' });
  expect(told(head)).toEqual(told(whole));
  expect(head.body).toHaveLength(0);
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('a page refuses %s', async (method) => {
  const { status, headers } = await get('/orders', {}, method);

  expect(status).toBe(405);
  expect(headers.allow).toBe('GET, HEAD');
});

test('the page learns how people sign in, and nothing else of the settings', async () => {
  const { headers, body } = await get('/dashboard.json');

  expect(headers['cache-control']).toBe('no-cache');
  expect(JSON.parse(body.toString())).toEqual({ signIn, developmentTokens: true });
});

test('the page of a gateway without development tokens learns that there are none', async () => {
  const folder = aBuiltDashboard();
  const strict = await openIsolatedGateway({
    dashboard: { folder },
    access: anAccess({ developmentTokens: undefined }),
  });
  rmSync(folder, { recursive: true });

  const { body } = await requestPath(strict.url, '/dashboard.json');
  await strict.stop();

  expect(JSON.parse(body.toString())).toEqual({ signIn: null, developmentTokens: false });
});

test('a gateway without a built dashboard says so in one line, and works', async () => {
  const without = await openIsolatedGateway({ dashboard: { folder: '/nowhere' } });

  const [first, orders, products] = await Promise.all([
    requestPath(without.url, '/'),
    requestPath(without.url, '/orders'),
    without.told('{ catalogue { sku } }'),
  ]);
  await without.stop();

  expect(first.status).toBe(404);
  expect(first.body.toString()).toMatch(/^The dashboard is not built .*\/graphql\n$/);
  expect(orders.status).toBe(404);
  expect(products).toEqual({ catalogue: [{ sku: 'BOOK-001' }] });
});
