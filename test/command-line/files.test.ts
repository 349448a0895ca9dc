import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { currentBundle } from '../../clients/cli/build/bundle.js';
import type { Gateway } from '../../clients/typed/test/support/gateway.ts';
import { aFakeGateway } from './fake-gateway.ts';
import { launcher, run, waybill } from './waybill.ts';

let gateway: Gateway;
let folder: string;

beforeAll(async () => {
  await currentBundle();
  gateway = await aFakeGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-files-'));
  await mkdir(join(folder, 'a-folder'));
  await writeFile(join(folder, 'a-file'), 'neither a token nor JSON {', { mode: 0o600 });
  await symlink('a-loop', join(folder, 'a-loop'));
  return () => rm(folder, { recursive: true });
});

const files = ['a-folder', 'a-file/below', 'a-loop', 'nothing'];
const readers = ['whoami --token-file', 'place --file', 'api -f', 'run standing --every 7d --file'];

test.each(readers.flatMap((argv) => files.map((name) => [argv, name] as const)))(
  '%s refuses %s by its name',
  async (argv, name) => {
    const file = join(folder, name);

    const { exit, stderr } = await waybill([...argv.split(' '), file, '--json'], {
      WAYBILL_URL: gateway.url(),
      WAYBILL_TOKEN: 'token-1',
    });

    expect([exit, JSON.parse(stderr).error]).toMatchObject([2, { code: 'USAGE' }]);
    expect(JSON.parse(stderr).error.message).toMatch(new RegExp(`^-.*: ${file} cannot be read: E[A-Z]+: `));
  },
);

test.each(['whoami', 'logout', 'status ORD-1', 'login --role customer'])(
  '%s names the profiles that cannot be read',
  async (argv) => {
    for (const home of ['a-file', 'a-loop', '/dev/null']) {
      const { exit, stderr } = await waybill([...argv.split(' '), '--json'], {
        XDG_CONFIG_HOME: join(home.startsWith('/') ? '/' : folder, home),
      });

      expect([exit, JSON.parse(stderr).error]).toMatchObject([
        2,
        {
          code: 'PROFILE_IS_BROKEN',
          message: expect.stringMatching(/waybill\/profiles\.json cannot be read: (ENOTDIR|ELOOP): /),
        },
      ]);
    }
  },
);

test('a profile that cannot be stored is named, and leaves no part of it behind', async () => {
  const argv = [launcher, 'login', '--url', gateway.url(), '--token-stdin', '--json'];

  const { exit, stderr } = await run(
    'bash',
    ['-c', `ulimit -f 0; exec "$@"`, 'bash', process.execPath, ...argv],
    { XDG_CONFIG_HOME: folder },
    'token-1',
  );

  expect([exit, JSON.parse(stderr).error]).toMatchObject([
    2,
    {
      code: 'PROFILE_NOT_STORED',
      message: expect.stringMatching(/waybill\/profiles\.json cannot be written: EFBIG: /),
    },
  ]);
  expect(await readdir(join(folder, 'waybill'))).toEqual([]);
});

test('a log that cannot be read is named', async () => {
  const log = join(folder, 'logs', 'gateway.log');
  await mkdir(log, { recursive: true });

  const { exit, stderr } = await waybill(['logs', 'gateway', '--json'], { WAYBILL_STATE_DIR: folder });

  expect([exit, JSON.parse(stderr).error.message]).toEqual([
    2,
    `${log} cannot be read: EISDIR: illegal operation on a directory`,
  ]);
});
