import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBuiltDashboard, page, requestPath } from './support/dashboard-build.ts';
import type { Driver } from './support/driver.ts';
import { openIsolatedGateway } from './support/isolated-gateway.ts';

let gateway: Driver;
beforeAll(async () => {
  const folder = aBuiltDashboard();
  gateway = await openIsolatedGateway({ dashboard: { folder } });
  rmSync(folder, { recursive: true });
});
afterAll(() => gateway.stop());

/** As a browser asks for what is typed into its address bar. */
const navigation = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

const navigate = (path: string, method?: string) => requestPath(gateway.url, path, navigation, method);

test.each([
  ['/orders/', '/orders'],
  ['/orders/?status=SHIPPED&after=a%2Fb', '/orders?status=SHIPPED&after=a%2Fb'],
  ['/Orders', '/orders'],
  ['/ORDERS/Ord-1/', '/orders/Ord-1'],
  ['/orders/ORD-1/Approve//', '/orders/ORD-1/approve'],
  ['//orders', '/orders'],
  ['///Runs///RUN-1', '/runs/RUN-1'],
  ['//', '/'],
  ['/SignIn', '/signin'],
])('who navigates to %s is led to %s', async (path, to) => {
  const { status, headers } = await navigate(path);

  expect([status, headers.location]).toEqual([302, to]);
  expect(headers['cache-control']).toBe('no-store');
});

test.each([
  ...['/order', '/index.html', '/orders/ORD-1/journal', '/constructor', '/__proto__', '/favicon.ico'],
  ...['//evil.example/orders', '/orders/..', '/orders/a%2fb', '/apiary'],
])('who navigates to %s gets the page, which says that there is nothing', async (path) => {
  const { status, headers, body } = await navigate(path);

  expect([status, body.toString()]).toEqual([404, page]);
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  expect(headers.vary).toContain('accept');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

test.each([
  ...['/graphql/x', '/GraphQL', '/api', '/API/v1/orders', '/dev', '/metrics', '/workflows', '/ready/x', '/Health'],
  ...['/docs/', '//graphql', '/assets/', '/assets/index-gone.js', '/assets/..%2fsecret.txt', '/%zz', '/orders/%00'],
])('%s belongs to the API or to nobody, also for who navigates', async (path) => {
  const { status, headers } = await navigate(path);

  expect(status).toBeGreaterThanOrEqual(400);
  expect(headers['content-type']).not.toContain('text/html');
});

test.each(['POST', 'PUT', 'DELETE'])('%s to a path that is no page is no navigation', async (method) => {
  const { status, headers } = await navigate('/Orders', method);

  expect([status, headers['content-type']]).toEqual([404, 'application/problem+json']);
});

test.each(['*/*', 'application/json', 'application/json, text/html;q=0.5'])(
  'a program that accepts %s is told what is not there',
  async (accept) => {
    const { status, headers } = await requestPath(gateway.url, '/orders/', { accept });

    expect([status, headers['content-type']]).toEqual([404, 'application/problem+json']);
  },
);
