import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from '../src/state-folder/make-folder.ts';

test('no other user of the machine can read what a stack keeps', async () => {
  const root = await mkdtemp(join(tmpdir(), 'waybill-folder-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const kept = join(root, 'kept');

  makeFolder(join(kept, 'logs'));

  for (const folder of [kept, join(kept, 'logs')]) expect((await stat(folder)).mode & 0o077).toBe(0);
});
