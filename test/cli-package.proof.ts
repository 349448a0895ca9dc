import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { built } from '../clients/cli/build/package.ts';
import { aGateway } from '../clients/typed/test/support/gateway.ts';
import { anOrder } from '../clients/typed/test/support/order.ts';

const run = promisify(execFile);

let folder: string;
let stranger: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-cli-package-'));
  const target = join(folder, 'package');
  await built(pathToFileURL(`${target}/`));
  await run('npm', ['pack', '--pack-destination', folder], { cwd: target });
  stranger = join(folder, 'stranger');
  await mkdir(stranger);
  await writeFile(join(stranger, 'package.json'), '{ "private": true }');
  await run('npm', ['install', '--offline', '--no-audit', join(folder, 'waybill-cli-0.1.0.tgz')], { cwd: stranger });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const waybill = (argv: string[], env: Record<string, string> = {}) =>
  run(join(stranger, 'node_modules/.bin/waybill'), argv, {
    cwd: stranger,
    env: { PATH: process.env.PATH, HOME: stranger, ...env },
  }).then(
    ({ stdout }) => ({ exit: 0, said: stdout }),
    ({ code, stderr }) => ({ exit: code as number, said: stderr as string }),
  );

test('the packed command line is installed without any other package', async () => {
  const packages = await readdir(join(stranger, 'node_modules', '@waybill'));

  expect(packages).toEqual(['cli']);
  expect(await readdir(join(stranger, 'node_modules'))).toEqual(
    expect.not.arrayContaining(['commander', 'ws', 'picocolors']),
  );
  expect(await waybill(['--version'])).toEqual({ exit: 0, said: '0.1.0\n' });
});

test('it queries, follows and prints tables in any other folder', async () => {
  const shipped = anOrder({ status: 'SHIPPED', closedAt: '2026-01-01T00:00:09.000Z' });
  await using gateway = await aGateway({
    order: () => shipped,
    orderChanged: async function* () {
      yield { orderChanged: shipped };
    },
  });
  const env = { WAYBILL_URL: gateway.url(), WAYBILL_TOKEN: 'token-1' };

  const ends = await Promise.all([waybill(['status', 'ORD-1'], env), waybill(['watch', 'ORD-1'], env)]);

  expect(ends).toEqual([
    { exit: 0, said: 'ORD-1  SHIPPED             10 %\n' },
    { exit: 0, said: 'ORD-1  SHIPPED\n' },
  ]);
});

test.each(['start', 'stop', 'restart', 'logs'])('%s says that it needs a clone', async (command) => {
  const { exit, said } = await waybill([command]);

  expect([exit, said]).toEqual([
    2,
    'USAGE: This command needs a clone of Waybill: run it there with `npx --no waybill`\n',
  ]);
});
