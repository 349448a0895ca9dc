import { createAccess, type Gateway } from '@waybill/gateway';
import { loopbackOnly } from '@waybill/platform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rawRequest } from './support/raw-request.ts';
import { aLonelyGateway } from './support/services.ts';

const onLoopback = { WAYBILL_GATEWAY_HOST: '127.0.0.1', WAYBILL_JWT_ROLE_CLAIM: 'role' };
const { developmentTokens } = createAccess({ ...onLoopback, WAYBILL_DEV_TOKENS: 'on' });

let gateway: Gateway;
beforeAll(async () => {
  gateway = await aLonelyGateway({ allowedHosts: new Set(['shop.example']) }, { developmentTokens });
});
afterAll(() => gateway.stop());

const asking = async (url: string, ...headers: string[]) =>
  (await rawRequest(url, ['GET /dev/tokens HTTP/1.1', 'Connection: close', ...headers])).status;

test.each([
  [['Host: localhost:4000']],
  [['Host: [::1]:4000', 'Origin: http://[::1]:4000']],
  [['Host: 127.0.0.1', 'Sec-Fetch-Site: same-origin']],
  [['Host: LOCALHOST', 'Sec-Fetch-Site: none']],
])('they are issued to %j', async (headers) => {
  expect(await asking(gateway.url, ...headers)).toBe(200);
});

test.each([
  ...['X-Forwarded-For: 203.0.113.9', 'X-Forwarded-For:', 'Forwarded: for=203.0.113.9', 'Via: 1.1 proxy'],
  ...['X-Forwarded-Host: shop.example', 'X-Forwarded-Proto: https', 'X-Forwarded: x', 'X-Real-IP: 203.0.113.9'],
  ...['X-Client-IP: 203.0.113.9', 'CF-Connecting-IP: 203.0.113.9', 'True-Client-IP: 203.0.113.9'],
  ...['Origin: http://evil.example', 'Origin: null', 'Origin: http://localhost:3000', 'Origin:'],
  ...['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Site: same-site'],
])('they are refused to a request with %s', async (header) => {
  expect(await asking(gateway.url, 'Host: localhost:4000', header)).toBe(404);
});

test('they are refused to an allowed host on another machine, and other hosts get no response', async () => {
  expect(await asking(gateway.url, 'Host: shop.example')).toBe(404);
  expect(await asking(gateway.url, 'Host: evil.example')).toBe(421);
});

test('they are not issued unless they are enabled', async () => {
  const plain = createAccess(onLoopback);
  const closed = await aLonelyGateway(loopbackOnly, plain);

  const status = await asking(closed.url, 'Host: localhost');

  expect([plain.developmentTokens, status]).toEqual([undefined, 404]);
  await closed.stop();
});
