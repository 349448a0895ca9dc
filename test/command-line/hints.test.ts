import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentBundle } from '../../clients/cli/build/bundle.js';
import { waybill } from './waybill.ts';

/** Both refuse every connection; the name of the first does not say that it is this machine. */
const elsewhere = 'https://0.0.0.0:9/graphql';
const here = 'http://127.0.0.1:9/graphql';

let folder: string;
beforeAll(async () => {
  await currentBundle();
  folder = await mkdtemp(join(tmpdir(), 'waybill-hints-'));
  await mkdir(join(folder, 'waybill'));
  const profiles = { default: { url: elsewhere, token: 'token-1' }, local: { url: here, role: 'operator' } };
  await writeFile(join(folder, 'waybill', 'profiles.json'), JSON.stringify(profiles), { mode: 0o600 });
  await writeFile(join(folder, 'token'), 'token-1');
});
afterAll(() => rm(folder, { recursive: true }));

test.each([
  ['--url ELSEWHERE', {}, false],
  ['--url=ELSEWHERE', {}, false],
  ['--url=HERE --url=ELSEWHERE', {}, false],
  ['--url=HERE', { WAYBILL_URL: elsewhere }, true],
  ['', { WAYBILL_URL: elsewhere }, false],
  ['', { WAYBILL_URL: here }, true],
  ['', { XDG_CONFIG_HOME: 'FOLDER' }, false],
  ['--profile=local', { XDG_CONFIG_HOME: 'FOLDER' }, true],
] as [string, Record<string, string>, boolean][])(
  'waybill whoami %s %o suggests starting the gateway only where it would be on this machine',
  async (options, env, isSuggested) => {
    const argv = options.replaceAll('ELSEWHERE', elsewhere).replaceAll('HERE', here).split(' ').filter(Boolean);
    const token = env.XDG_CONFIG_HOME ? [] : ['--token-file', join(folder, 'token')];

    const { exit, stderr } = await waybill(['whoami', ...argv, ...token], {
      ...env,
      ...(env.XDG_CONFIG_HOME && { XDG_CONFIG_HOME: folder }),
    });

    expect([exit, stderr.includes('waybill start')]).toEqual([8, isSuggested]);
  },
);
