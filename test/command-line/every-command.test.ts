import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentBundle } from '../../clients/cli/build/bundle.js';
import { commands } from '../../clients/cli/src/command-table/commands.ts';
import type { Gateway } from '../../clients/typed/test/support/gateway.ts';
import { rows } from './golden-rows.ts';
import { aSuccessfulGateway } from './successful-gateway.ts';
import { waybill } from './waybill.ts';

let gateway: Gateway;
beforeAll(async () => {
  await currentBundle();
  gateway = await aSuccessfulGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

test.concurrent.each(rows)('waybill $argv ends with $exit', async ({ argv, stdin, exit, prints, says, env: more }) => {
  const env = {
    ...more,
    WAYBILL_URL: gateway.url(),
    WAYBILL_TOKEN: 'token-1',
    WAYBILL_STATE_DIR: '/nonexistent',
  };

  const { stdout, stderr, exit: ended } = await waybill(argv.split(' '), env, stdin);

  const shown = (text: string) => (text === '' ? {} : JSON.parse(text));
  expect([ended, shown(stderr), shown(stdout)]).toMatchObject([exit, says ? { error: says } : {}, prints ?? {}]);
  expect([stderr !== '', stdout !== '']).toEqual([says !== undefined, prints !== undefined]);
});

test('the golden matrix has a row for every command', async () => {
  const orderRows = await readFile(new URL('exit-codes.test.ts', import.meta.url), 'utf8');
  const called = [
    ...[...orderRows.matchAll(/argv: '([^']*)'/g)].map(([, argv = '']) => argv),
    ...rows.map(({ argv }) => argv),
  ];

  const without = commands.filter(({ name }) => !called.some((argv) => `${argv} `.startsWith(`${name} `)));

  expect(without.map(({ name }) => name)).toEqual([]);
});
