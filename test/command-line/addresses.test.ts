import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentBundle } from '../../clients/cli/build/bundle.js';
import type { Gateway } from '../../clients/typed/test/support/gateway.ts';
import { aFakeGateway } from './fake-gateway.ts';
import { launcher, runNode, waybill } from './waybill.ts';

let gateway: Gateway;
beforeAll(async () => {
  await currentBundle();
  gateway = await aFakeGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

test.concurrent.each([
  { what: 'a token that is refused', env: { WAYBILL_TOKEN: 'stolen' }, exit: 4, code: 'UNAUTHENTICATED' },
  {
    what: 'a token for another origin',
    env: { WAYBILL_TOKEN: 'token-1', at: 'http://localhost:9/graphql' },
    exit: 4,
    code: 'TOKEN_IS_FOR_ANOTHER_ORIGIN',
  },
  {
    what: 'a token over an open network',
    env: { WAYBILL_TOKEN: 'token-1', WAYBILL_URL: 'http://shop.example/graphql' },
    exit: 4,
    code: 'NOT_ENCRYPTED',
  },
  { what: 'no token', env: { WAYBILL_URL: 'https://shop.example/graphql' }, exit: 4, code: 'UNAUTHENTICATED' },
  {
    what: 'nobody there',
    env: { WAYBILL_TOKEN: 'token-1', WAYBILL_URL: 'http://127.0.0.1:9/graphql' },
    exit: 8,
    code: 'UNREACHABLE',
  },
  {
    what: 'another protocol',
    env: { WAYBILL_TOKEN: 'token-1', at: 'ftp://shop.example/graphql' },
    exit: 2,
    code: 'USAGE',
  },
  {
    what: 'an address with a password',
    env: { WAYBILL_TOKEN: 'token-1', at: 'http://ada:secret-word@127.0.0.1:9/graphql' },
    exit: 2,
    code: 'USAGE',
  },
  {
    what: 'no address, with a password',
    env: { WAYBILL_TOKEN: 'token-1', at: 'http://ada:secret-word@:x/' },
    exit: 2,
    code: 'USAGE',
  },
])('$what ends with $exit', async ({ env: { at, ...env }, exit, code }) => {
  const argv = ['status', 'ORD-1', '--json', ...(at ? ['--url', at] : [])];

  const ended = await waybill(argv, { WAYBILL_URL: gateway.url(), ...env });

  expect([ended.exit, ended.stdout, JSON.parse(ended.stderr)]).toMatchObject([exit, '', { error: { code } }]);
  expect(ended.stderr).not.toContain('secret-word');
});

test.concurrent.each([{ WAYBILL_TOKEN: 'token-1' }, {}])(
  'the address of another server ends with 8, as if nobody were there (with %o)',
  async (env) => {
    const server = createServer((_, res) => void res.setHeader('content-type', 'text/html').end('<h1>Welcome</h1>'));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;

    const ended = await waybill(['status', 'ORD-1', '--json'], { WAYBILL_URL: `http://127.0.0.1:${port}/`, ...env });
    server.close();

    expect(ended).toMatchObject({ exit: 8, stdout: '' });
    expect(JSON.parse(ended.stderr)).toMatchObject({ error: { retryable: false } });
  },
);

test.skipIf(process.platform !== 'linux')('output that cannot be written ends with 1, and says why', async () => {
  const ended = await runNode(
    [
      '-e',
      `require('child_process').spawnSync(process.execPath, [${JSON.stringify(launcher)}, '--help'], { stdio: ['ignore', require('fs').openSync('/dev/full', 'w'), 'inherit'] })`,
    ],
    {},
  );

  expect(ended.stderr).toMatch(/^The output cannot be written: ENOSPC/);
});
