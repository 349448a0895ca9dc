import { readSettings } from '@waybill/contracts/settings';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Reply, rawRequest } from './support/raw-request.ts';
import { allServices, pathsOfOrders, type Services } from './support/services.ts';

const list = 'shop.example, Waybill.Internal:8080, 2001:DB8:0::1';

let services: Services;
beforeAll(async () => {
  services = await allServices({ allowedHosts: allowedHosts(list) });
}, 60_000);
afterAll(() => services.stop());

const misdirected = 421;
const malformed = 400;

describe.each(['chaos', 'order book', 'gateway'] as const)('the %s', (service) => {
  const path = pathsOfOrders[service];
  const send = (lines: string[]) => rawRequest(services.urls[service], [...lines, 'Connection: close']);
  const get = (host: string, target = path) => send([`GET ${target} HTTP/1.1`, `Host: ${host}`]);

  test.each([
    ...['localhost', 'LOCALHOST:3001', 'localhost.', '127.0.0.1', '127.0.0.1:1', '[::1]', '[::1]:3001'],
    ...['shop.example', 'Shop.Example.:443', 'waybill.internal', '[2001:db8::1]:9'],
  ])('answers for the host %s', async (host) => {
    expect(await get(host)).toMatchObject({ status: 200 });
  });

  test.each([
    ...['evil.example', 'evil.example:3001', 'localhost.evil.example', 'localhostx', '127.0.0.1.evil.example'],
    ...['x.shop.example', '[::2]', '[::ffff:127.0.0.1]', '0.0.0.0', '10.0.0.1', '[2001:db8::1:0]', '2130706433'],
  ])('does not answer for the host %s', async (host) => {
    expect(problemIn(await get(host))).toEqual({ status: misdirected, code: 'HOST_NOT_ALLOWED' });
  });

  test.each([
    ...['', ' ', 'a b', 'localhost/x', 'evil.example@localhost', 'localhost:port', '::1', '[::1', '[]', '[evil]'],
    ...['localhost,evil.example', 'localhost#', 'localhost\\x', '%6cocalhost', 'localhost:123456'],
  ])('does not accept %j as a host', async (host) => {
    const { status } = await get(host);

    expect(status).toBe(malformed);
  });

  test.each<[string, string[], number]>([
    ['no host', [], malformed],
    ['two hosts', ['Host: localhost', 'Host: evil.example'], malformed],
    ['two hosts, the other way round', ['Host: evil.example', 'Host: localhost'], malformed],
    ['the same host twice', ['Host: localhost', 'hOST: localhost'], malformed],
    ['a forwarded host', ['Host: evil.example', 'X-Forwarded-Host: localhost'], misdirected],
  ])('refuses a request with %s', async (_, headers, status) => {
    expect((await send([`GET ${path} HTTP/1.1`, ...headers])).status).toBe(status);
  });

  test('refuses a request without a host in HTTP/1.0 too', async () => {
    expect((await send([`GET ${path} HTTP/1.0`])).status).toBe(malformed);
  });

  test.each<[string, string, number]>([
    ['http://localhost', 'localhost', 200],
    ['HTTP://127.0.0.1:80', 'shop.example', 200],
    ['http://evil.example', 'localhost', misdirected],
    ['http://localhost', 'evil.example', misdirected],
    ['http://evil.example@localhost', 'localhost', malformed],
  ])('at %s, with the host %s, responds with %i', async (origin, host, status) => {
    expect((await get(host, origin + path)).status).toBe(status);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'HEAD'])(
    'does not respond to %s for another host',
    async (method) => {
      const { status } = await send([`${method} ${path} HTTP/1.1`, 'Host: evil.example', 'Content-Length: 0']);

      expect(status).toBe(misdirected);
    },
  );

  test('reports its health for any host', async () => {
    expect(await get('10.0.0.7:3001', '/health?x=1')).toMatchObject({ status: 200 });
    expect(await send(['GET /health HTTP/1.0'])).toMatchObject({ status: 200 });
  });

  test.each([
    '/health/',
    '/health/../audit',
    '//health',
    '/%68ealth',
    '/ready/x',
    '/docs',
    '/openapi.json',
    '/nowhere',
  ])('discloses nothing at %s to another host', async (target) => {
    expect((await get('evil.example', target)).status).toBe(misdirected);
  });

  test('does not take a path from the host', async () => {
    expect((await get(`localhost${path}#`, '/health')).status).toBe(malformed);
  });
});

test.each<[string, string[], number]>([
  ['a name of this machine', ['Host: localhost'], 101],
  ['an allowed host', ['Host: shop.example', 'Origin: http://shop.example'], 101],
  ['another host', ['Host: evil.example'], misdirected],
  ['another host, whose page asks', ['Host: evil.example', 'Origin: http://evil.example'], misdirected],
  ['two hosts', ['Host: localhost', 'Host: evil.example'], malformed],
])('a socket that is opened under %s gets %3$i', async (_, headers, status) => {
  const reply = await rawRequest(services.urls.gateway, [
    ...['GET /graphql HTTP/1.1', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'],
    ...['Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Protocol: graphql-transport-ws', ...headers],
  ]);

  expect(reply.status).toBe(status);
});

test.each(['shop.example/', 'http://shop.example', 'a b', '*', '[::1', 'ü.example'])(
  '%j cannot be an allowed host',
  (host) => {
    expect(() => allowedHosts(`shop.example,${host}`)).toThrow(
      'WAYBILL_ALLOWED_HOSTS: must be host names or IP addresses, separated by commas',
    );
  },
);

const allowedHosts = (setting: string) =>
  new Set(readSettings('gateway', { WAYBILL_ALLOWED_HOSTS: setting }).WAYBILL_ALLOWED_HOSTS);

function problemIn({ status, type, body }: Reply) {
  expect(type).toBe('application/problem+json');
  return { status, code: (JSON.parse(body) as { code: string }).code };
}
