import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentBundle } from '../../clients/cli/build/bundle.js';
import { commands } from '../../clients/cli/src/command-table/commands.ts';
import { aGateway, type Gateway } from '../../clients/typed/test/support/gateway.ts';
import { waybill } from './waybill.ts';

let gateway: Gateway;
let home: string;
beforeAll(async () => {
  await currentBundle();
  gateway = await aGateway({});
  home = mkdtempSync(join(tmpdir(), 'waybill-home-'));
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  rmSync(home, { recursive: true });
});

const sample = (flags: string) => (flags.includes('amount') ? '1.00' : '1');

/** A call with every argument and every option that it must have. */
function callOf({ name, args = '', options = [] }: (typeof commands)[number]): string[] {
  const values = [...args.matchAll(/<[^>]+>/g)].map(([arg]) => (arg.includes('sku:') ? 'MUG-001:1' : '1'));
  const required = options
    .filter(({ required }) => required)
    .flatMap(({ flags }) => [/--[\w-]+/.exec(flags)?.[0] ?? '', sample(flags)]);
  return [...name.split(' '), ...values, ...required];
}

const calls = commands.map((row) => ({ call: callOf(row).join(' '), isOfDocument: row.fields === 'of its document' }));

test.concurrent.each(calls)(
  'waybill $call --fields nonsense asks nothing and changes nothing',
  async ({ call, isOfDocument }) => {
    const env = {
      HOME: home,
      WAYBILL_URL: gateway.url(),
      WAYBILL_TOKEN: 'token-1',
      WAYBILL_STATE_DIR: join(home, 's'),
    };
    const document = isOfDocument ? ['mutation { resetChaos { __typename } }'] : [];

    const { exit, stdout, stderr } = await waybill([...call.split(' '), ...document, '--fields', 'nonsense'], env);

    expect([exit, stdout, gateway.seen, readdirSync(home)]).toEqual([2, '', [], []]);
    expect(stderr).toMatch(/--fields: /);
  },
);

test('a name below a field is checked as well', async () => {
  const env = { WAYBILL_URL: gateway.url(), WAYBILL_TOKEN: 'token-1' };

  const { exit, stderr } = await waybill(['place', '--sku', 'MUG-001', '--fields', 'id,total.amuont'], env);

  expect([exit, stderr, gateway.seen]).toEqual([
    2,
    'USAGE: --fields: there is no field total.amuont; choose from total.amount, total.currencyCode\n',
    [],
  ]);
});
