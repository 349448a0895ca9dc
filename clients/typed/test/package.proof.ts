import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { built } from '../build/package.ts';
import { aGateway } from './support/gateway.ts';
import { aViewer } from './support/viewer.ts';

const run = promisify(execFile);
let folder: string;
let stranger: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-client-'));
  const target = join(folder, 'package');
  await built(pathToFileURL(`${target}/`));
  await run('npm', ['pack', '--pack-destination', folder], { cwd: target });
  stranger = join(folder, 'stranger');
  await run('mkdir', [stranger]);
  await writeFile(join(stranger, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await run('npm', ['install', '--offline', '--no-audit', join(folder, 'waybill-client-0.1.0.tgz')], { cwd: stranger });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the packed client is installed without any other package, and runs', async () => {
  await using gateway = await aGateway({ viewer: () => aViewer });
  const program = `
    import { connect } from '@waybill/client';
    console.log((await connect({ url: '${gateway.url()}', token: 'token-1' }).viewer()).id);
  `;

  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], { cwd: stranger });

  expect(stdout).toBe('ada\n');
});

test('its types stand alone, checked strictly and with all libraries', async () => {
  const program = `
    import { connect, orThrow } from '@waybill/client';
    const shop = connect({ url: 'http://shop.example/graphql', token: 't' });
    const { order } = orThrow(await shop.orders.approve('ORD-1'));
    const status: string = order.status;
    const result = await shop.orders.cancel('ORD-1', 'Too late');
    if (result.__typename === 'OrderClosed') console.log(result.status satisfies string, status);
  `;
  await writeFile(join(stranger, 'page.ts'), program);
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2023', '--module', 'nodenext'];

  const checked = await run(process.execPath, [tsc, ...flags, '--lib', 'es2023,dom,dom.asynciterable', 'page.ts'], {
    cwd: stranger,
  }).then(
    () => 'fine',
    ({ stdout }) => stdout,
  );

  expect(checked).toBe('fine');
});

test('publint finds nothing to mend', async () => {
  const { messages } = await publint({ pkgDir: join(folder, 'package'), strict: true });

  expect(messages).toEqual([]);
});
