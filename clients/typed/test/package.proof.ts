import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { publint } from 'publint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { built } from '../build/package.ts';
import { aGateway } from './support/gateway.ts';
import { anOrder } from './support/order.ts';
import { aViewer } from './support/viewer.ts';

const run = promisify(execFile);
const node = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** Other versions that users may have, by the names that they are installed under; they are not our dependencies. */
const tools = {
  'node-20': `npm:${node}@20.19.6`,
  'node-22': `npm:${node}@22.13.0`,
  'node-24': `npm:${node}@24.21.0`,
  'typescript-5': 'npm:typescript@5.9.3',
  '@arethetypeswrong/cli': '0.18.5',
};

let folder: string;
let tarball: string;
let stranger: string;
let toolbox: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-client-'));
  const target = join(folder, 'package');
  await built(pathToFileURL(`${target}/`));
  await run('npm', ['pack', '--pack-destination', folder], { cwd: target });
  tarball = join(folder, 'waybill-client-0.1.0.tgz');
  stranger = await aProject('stranger', {});
  await run('npm', ['install', '--offline', '--no-audit', tarball], { cwd: stranger });
  toolbox = await aProject('toolbox', tools);
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: toolbox });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function aProject(name: string, dependencies: object): Promise<string> {
  const project = join(folder, name);
  await mkdir(project);
  await writeFile(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
  return project;
}

test.each(['node-20', 'node-22', 'node-24'])(
  'the packed client is installed without any other package, and queries and subscribes in %s',
  async (name) => {
    await using gateway = await aGateway({
      viewer: () => aViewer,
      orderChanged: async function* () {
        yield { orderChanged: anOrder({ status: 'SHIPPED' }) };
      },
    });
    const program = `
      import { connect } from '@waybill/client';
      const shop = connect({ url: '${gateway.url()}', token: 'token-1' });
      console.log(process.version, (await shop.viewer()).id);
      for await (const { status } of shop.orders.watch('ORD-1')) console.log(status);
    `;
    const bin = join(toolbox, 'node_modules', name, 'bin', 'node');

    const { stdout } = await run(bin, ['--input-type=module', '--eval', program], { cwd: stranger });

    expect(stdout).toMatch(/^v2[024]\.\d+\.\d+ ada\nSHIPPED\n$/);
    expect(stdout).toContain(name.replace('node-', 'v'));
  },
);

const ours = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));

test.each(['5', '6'])('its types compile alone in TypeScript %s, strictly and with library checks', async (version) => {
  const program = `
    import { connect, orThrow } from '@waybill/client';
    import { OrderDocument } from '@waybill/client/documents';
    const shop = connect({ url: 'http://shop.example/graphql', token: 't' });
    const { order } = orThrow(await shop.orders.approve('ORD-1'));
    const status: string = order.status;
    const result = await shop.orders.cancel('ORD-1', 'Too late');
    if (result.__typename === 'OrderClosed') console.log(result.status satisfies string, status);
    const run = await shop.runs.get('RUN-1');
    if (run?.__typename === 'PaymentRun') console.log(run.refundable?.amount satisfies string | undefined);
    console.log((await shop.request(OrderDocument, { id: 'ORD-1' })).order?.status);
  `;
  await writeFile(join(stranger, 'page.ts'), program);
  const tsc = join(version === '6' ? ours : join(toolbox, 'node_modules/typescript-5'), 'bin', 'tsc');
  const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2023', '--module', 'nodenext'];

  const checked = await run(process.execPath, [tsc, ...flags, '--lib', 'es2023,dom,dom.asynciterable', 'page.ts'], {
    cwd: stranger,
  }).then(
    () => 'fine',
    ({ stdout }) => stdout,
  );

  expect(checked).toBe('fine');
});

test('a bundler makes one browser module of it, without Node modules', async () => {
  const contents = "export { connect } from '@waybill/client'";

  const { outputFiles, warnings } = await build({
    stdin: { contents, resolveDir: stranger },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    minify: true,
  });

  expect(warnings).toEqual([]);
  expect(outputFiles[0]?.text).not.toMatch(/\b(require\(|from"node:)/);
});

test('publint reports nothing', async () => {
  const { messages } = await publint({ pkgDir: join(folder, 'package'), strict: true });

  expect(messages).toEqual([]);
});

test('its types are found by every module resolution for ES modules', async () => {
  const attw = join(toolbox, 'node_modules/@arethetypeswrong/cli/dist/index.js');
  const found = await run(process.execPath, [attw, tarball, '--profile', 'esm-only', '--no-color'], {
    cwd: toolbox,
  }).then(
    () => 'nothing',
    ({ stdout }) => stdout,
  );

  expect(found).toBe('nothing');
});
