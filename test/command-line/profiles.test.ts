import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { currentBundle } from '../../clients/cli/build/bundle.js';
import type { Gateway } from '../../clients/typed/test/support/gateway.ts';
import { aFakeGateway } from './fake-gateway.ts';
import { waybill } from './waybill.ts';

let gateway: Gateway;
let folder: string;
let file: string;

beforeAll(async () => {
  await currentBundle();
  gateway = await aFakeGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-profiles-'));
  file = join(folder, 'waybill', 'profiles.json');
  await mkdir(join(folder, 'waybill'));
  return () => rm(folder, { recursive: true });
});

const call = (words: string, stdin?: string) =>
  waybill([...words.split(' '), '--json'], { XDG_CONFIG_HOME: folder }, stdin);
const keep = (content: string, mode = 0o600) => writeFile(file, content, { mode });
const aProfile = (more = {}) => ({ url: gateway.url(), token: 'token-1', ...more });

test.each([
  ['no JSON', '{'],
  ['an empty file', ''],
  ['null', 'null'],
  ['a list', '["default"]'],
  ['a profile that is a number', '{"default":7}'],
  ['a profile without a URL', '{"default":{"token":"token-1"}}'],
  ['a URL that is a number', '{"default":{"url":5}}'],
  ['a URL that is none', '{"default":{"url":"shop","token":"token-1"}}'],
  ['a token that is a number', '{"default":{"url":"http://127.0.0.1:9/graphql","token":7}}'],
  ['a token of two lines', '{"default":{"url":"http://127.0.0.1:9/graphql","token":"a\\nb: c"}}'],
  ['an empty token', '{"default":{"url":"http://127.0.0.1:9/graphql","token":""}}'],
  ['a role that there is not', '{"default":{"url":"http://127.0.0.1:9/graphql","role":"king"}}'],
])('a profile file that holds %s is reported as broken, and no other identity is used', async (_, content) => {
  await keep(content);

  const ended = await call('whoami');

  expect([ended.exit, JSON.parse(ended.stderr)]).toMatchObject([2, { error: { code: 'PROFILE_IS_BROKEN' } }]);
});

test('a folder in place of the profile file is reported as broken', async () => {
  await mkdir(file, { mode: 0o700 });

  const { stderr } = await call('whoami');

  expect(JSON.parse(stderr).error.code).toBe('PROFILE_IS_BROKEN');
});

test.each([0o640, 0o604, 0o620])('a profile file with the mode %o is refused', async (mode) => {
  await keep(JSON.stringify({ default: aProfile() }));
  await chmod(file, mode);

  const ended = await call('whoami');

  expect([ended.exit, JSON.parse(ended.stderr).error.code]).toEqual([4, 'PROFILE_IS_OPEN']);
});

test.each(['toString', '__proto__', 'constructor'])('there is no profile %s before it is created', async (name) => {
  const ended = await call(`whoami --profile ${name}`);

  expect([ended.exit, JSON.parse(ended.stderr).error.message]).toMatchObject([
    2,
    expect.stringContaining(`There is no profile ${name}`),
  ]);
});

test('a profile is readable only by its owner, whatever its name, and deleted alone', async () => {
  for (const name of ['first', '__proto__'])
    await call(`login --url ${gateway.url()} --token-stdin --profile ${name}`, 'token-1\n');

  const asFirst = await call('whoami --profile __proto__');
  await call('logout --profile __proto__');

  expect(JSON.parse(asFirst.stdout)).toMatchObject({ id: 'ada', from: 'profile' });
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ first: aProfile() });
});

test('a token that the gateway refuses is not stored', async () => {
  const ended = await call(`login --url ${gateway.url()} --token-stdin`, 'stolen');

  expect([ended.exit, JSON.parse(ended.stderr).error.code]).toEqual([4, 'UNAUTHENTICATED']);
  await expect(readFile(file)).rejects.toThrow('ENOENT');
});

test.each([
  ['WAYBILL_TOKEN', ['whoami'], { WAYBILL_TOKEN: 'a\nb' }],
  ['--token-file', ['whoami', '--token-file', fileURLToPath(import.meta.url)], {}],
])('%s without a token is reported', async (from, argv, env) => {
  const ended = await waybill([...argv, '--json'], { XDG_CONFIG_HOME: folder, WAYBILL_URL: gateway.url(), ...env });

  expect([ended.exit, JSON.parse(ended.stderr)]).toMatchObject([
    2,
    { error: { message: expect.stringContaining(from) } },
  ]);
});
