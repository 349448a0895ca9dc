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

/** One call of each command that prints something, with a field that there is not. */
const mistyped = commands.flatMap(({ name }) => {
  const row = rows.find(({ argv, exit, prints }) => exit !== 2 && prints && `${argv} `.startsWith(`${name} `));
  return row ? [{ ...row, argv: row.argv.replace('--json', '--fields nonsense') }] : [];
});

test.concurrent.each(mistyped)('waybill $argv names the fields that there are', async ({ argv, stdin, env: more }) => {
  const env = { ...more, WAYBILL_URL: gateway.url(), WAYBILL_TOKEN: 'token-1', WAYBILL_STATE_DIR: '/nonexistent' };

  const { stdout, stderr, exit } = await waybill(argv.split(' '), env, stdin);

  expect([exit, stdout, stderr]).toEqual([
    2,
    '',
    expect.stringMatching(/no field nonsense; choose from \w+, \w+|the document has no field nonsense/),
  ]);
});
