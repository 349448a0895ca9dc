import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { bundledPrograms, type Programs } from '@waybill/bundles';
import { readSettings } from '@waybill/contracts/settings';
import { createOrderBookClient } from '@waybill/order-book-client';
import { createProvidersClient } from '@waybill/providers-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawRequest } from './support/raw-request.ts';
import { allServices, pathsOfOrders, type Services } from './support/services.ts';

const serviceToken = 'a-token-that-services-bring-each-other';
/** Accepted too, while one of the two replaces the other. */
const secondaryToken = 'a-second-token-that-services-accept';

let services: Services;
beforeAll(async () => {
  services = await allServices({ allowedHosts: new Set(), serviceTokens: [serviceToken, secondaryToken] });
}, 60_000);
afterAll(() => services.stop());

describe.each(['chaos', 'order book'] as const)('the %s', (service) => {
  const get = (path: string, headers: string[] = []) =>
    rawRequest(services.urls[service], [`GET ${path} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers]);

  test.each([
    ...['', 'Bearer', 'Bearer ', serviceToken, `Basic ${serviceToken}`, `Bearer  ${serviceToken}`],
    ...[`Bearer ${serviceToken.slice(0, -1)}`, `Bearer ${serviceToken}x`, `Bearer ${serviceToken}, Bearer x`],
    ...[`Bearer ${serviceToken}${secondaryToken}`, `Bearer ${serviceToken}, Bearer ${secondaryToken}`, secondaryToken],
    ...[`Bearer ${serviceToken.toUpperCase()}`, `Bearer ${'x'.repeat(8_000)}`, 'Bearer \u00e9'],
  ])('refuses a caller with %j', async (authorization) => {
    const { status, type } = await get(pathsOfOrders[service], [`Authorization: ${authorization}`]);

    expect([status, type]).toEqual([401, 'application/problem+json']);
  });

  test.each(['/docs', '/openapi.json', '/nowhere', '/health/x'])(
    'discloses nothing at %s without the token',
    async (path) => {
      expect((await get(path)).status).toBe(401);
    },
  );

  test.each([serviceToken, secondaryToken])('accepts a caller with %s, while one replaces the other', async (token) => {
    expect(await get(pathsOfOrders[service], [`Authorization: Bearer ${token}`])).toMatchObject({ status: 200 });
  });

  test('reports its health to everybody', async () => {
    expect(await get('/health')).toMatchObject({ status: 200 });
    expect(await get('/ready')).toMatchObject({ status: 200 });
  });
});

test('clients send their configured token, and are refused without one', async () => {
  const ask = async (given: { serviceToken?: string }) => {
    const providers = createProvidersClient({ baseUrl: services.urls.chaos, ...given });
    const book = createOrderBookClient({ baseUrl: services.urls['order book'], ...given });
    const calls = [providers.inventory.catalogue(), providers.audit.whole(), book.changes(), book.page({ first: 1 })];
    const outcomes = await Promise.allSettled(calls);
    await Promise.all([providers.close(), book.close()]);
    return outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'answered' : String(outcome.reason)));
  };

  expect(await ask({ serviceToken })).toEqual(Array(4).fill('answered'));
  expect(await ask({})).toEqual(
    Array(4).fill(
      expect.stringMatching(/^Unauthorized: (GET|POST) .* answered 401: WAYBILL_SERVICE_TOKEN is refused$/),
    ),
  );
});

test.each(['chaos', 'order-book', 'gateway', 'worker'] as const)(
  'in production %s does not start without it, and reports that in one line',
  async (program) => {
    const child = starting(program, { NODE_ENV: 'production', WAYBILL_JWT_SECRET: 'x'.repeat(32) });

    const output = await text(child.stdout);

    const fatal = output.split('\n').filter((line) => line.includes('"level":60'));
    expect(fatal.map((line) => JSON.parse(line))).toMatchObject([
      { error: 'WAYBILL_SERVICE_TOKEN: is required in production' },
    ]);
    expect(child.exitCode ?? (await ended(child))).toBe(1);
  },
);

test.each([
  ['chaos', 'WAYBILL_CHAOS_HOST'],
  ['order-book', 'WAYBILL_ORDER_BOOK_HOST'],
] as const)('%s does not listen beyond loopback without it', async (program, host) => {
  const child = starting(program, { [host]: '0.0.0.0' });

  expect(await text(child.stdout)).toContain(
    'WAYBILL_SERVICE_TOKEN: is required to listen beyond loopback, on 0.0.0.0',
  );
});

describe.each(['WAYBILL_SERVICE_TOKEN', 'WAYBILL_SECONDARY_SERVICE_TOKEN'])('%s', (name) => {
  test.each(['short', `${'x'.repeat(32)}\n`, `${'x'.repeat(32)} y`, 'ü'.repeat(32), 'x'.repeat(513)])(
    'is not %j, which the error does not repeat',
    (token) => {
      const reading = () => readSettings('chaos', { WAYBILL_SERVICE_TOKEN: serviceToken, [name]: token });

      expect(reading).toThrow(new RegExp(`^${name}: must have 32 to 512 letters, digits or . _ ~ \\+ / = -$`));
    },
  );
});

const programs = await bundledPrograms();

function starting(program: keyof Programs, env: Record<string, string>) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { PATH = '' } = process.env;
  return spawn(process.execPath, [programs[program]], {
    cwd: root,
    env: { PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const ended = (child: ReturnType<typeof starting>): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', resolve));
