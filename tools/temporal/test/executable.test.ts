import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporalExecutable } from '../src/index.ts';
import { aDownloadHost, nobody, thisMachine, versionOf } from './support/download-host.ts';

test('an installed engine is used', async () => {
  await using machine = await aMachine();
  const installed = await machine.install('temporal');
  await machine.install('go');

  const found = await machine.findEngine();

  expect(found).toBe(installed);
});

test('a folder of that name is not an engine', async () => {
  await using machine = await aMachine();
  await machine.installFolder('temporal');
  await machine.install('go');

  const found = await machine.findEngine();

  expect(found).toMatch(inCache);
  expect(await machine.builds()).toBe(1);
});

test('if none is installed, the pinned one is downloaded into the cache folder, once', async () => {
  await using machine = await aMachine();
  await using host = await aDownloadHost();

  const found = await machine.findEngine(host);
  const again = await machine.findEngine(host);

  expect(found).toMatch(inCache);
  expect(again).toBe(found);
  expect(await versionOf(found)).toMatch(/^temporal version \d+\.\d+\.\d+\n$/);
  expect(host.asked).toEqual([`/cli/v${host.version}?${thisMachine}&format=tar.gz`, '/archive.tar.gz']);
});

test.each([
  'no such host',
  'refuses',
  'is silent',
  'answers nonsense',
  'answers 404',
  'has an empty archive',
  'has another version',
] as const)('if the download host %s, one is built', async (trouble) => {
  await using machine = await aMachine();
  await using host = await aDownloadHost(trouble);
  await machine.install('go');

  const found = await machine.findEngine(host);

  expect(found).toMatch(inCache);
  expect(await machine.builds()).toBe(1);
  expect(machine.said[trouble === 'has an empty archive' || trouble === 'has another version' ? 1 : 0]).toMatch(
    /^The Temporal engine cannot be downloaded from http/,
  );
  expect(await machine.cached()).toEqual([found.split('/').at(-1)]);
});

test('if none is installed and none can be downloaded, one is built into the cache folder, once', async () => {
  await using machine = await aMachine();
  await machine.install('go');

  const built = await machine.findEngine();
  const again = await machine.findEngine();

  expect(built).toMatch(inCache);
  expect(again).toBe(built);
  expect(await machine.builds()).toBe(1);
  expect(machine.said[1]).toBe('Building the Temporal engine from source. This takes a few minutes, once.');
});

test('two runs that need an engine at once build one', async () => {
  await using machine = await aMachine();
  await machine.install('go');

  const [one, other] = await Promise.all([machine.findEngine(), machine.findEngine()]);

  expect(one).toBe(other);
  expect(await machine.builds()).toBe(1);
  expect(machine.said).toContain('Another run is building the Temporal engine; waiting for it.');
});

test('a failed build leaves nothing that could be mistaken for an engine', async () => {
  await using machine = await aMachine();
  await machine.install('go', `${toOutput}; echo half > "$2"; echo "no space left on device" >&2; exit 1`);

  const search = machine.findEngine();

  await expect(search).rejects.toThrow('go build failed: no space left on device');
  expect(await machine.cached()).toEqual([]);
});

test('stopping ends a build', async () => {
  await using machine = await aMachine();
  await machine.install('go', `exec sleep 60`);

  const search = machine.findEngine({ signal: AbortSignal.timeout(100) });

  await expect(search).rejects.toThrow(/abort/i);
  expect(await machine.cached()).toEqual([]);
});

test('a machine that can neither find, download nor build an engine gets instructions', async () => {
  await using machine = await aMachine();

  const search = machine.findEngine();

  await expect(search).rejects.toThrow(/install `temporal` \(.*\) or Go .*TEMPORAL_ADDRESS/);
});

const inCache = /cache\/waybill\/temporal-[0-9a-f]{16}$/;

const toOutput = 'while [ "$1" != -o ]; do shift; done';

/** A machine with nothing installed, and a Go that takes a moment to write down what it was asked to build. */
async function aMachine() {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-machine-'));
  const bin = join(folder, 'bin');
  const buildLog = join(folder, 'builds');
  await mkdir(bin);
  const said: string[] = [];
  const env = { PATH: bin, XDG_CACHE_HOME: join(folder, 'cache') };
  const fakeGo = `echo built >> ${buildLog}; /bin/sleep 0.3; ${toOutput}; /bin/cp /bin/true "$2"`;
  return {
    said,
    install: async (command: 'go' | 'temporal', script = fakeGo) => {
      await writeFile(join(bin, command), `#!/bin/sh\nPATH=/bin:/usr/bin\n${script}\n`);
      await chmod(join(bin, command), 0o755);
      return join(bin, command);
    },
    installFolder: (command: string) => mkdir(join(bin, command)),
    findEngine: ({ url = nobody, signal }: { url?: string; signal?: AbortSignal } = {}) =>
      temporalExecutable({ say: (line) => said.push(line), env, signal, downloads: url }),
    builds: async () => (await readFile(buildLog, 'utf8')).trim().split('\n').length,
    cached: () => readdir(join(folder, 'cache', 'waybill')),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
