import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clearStateFolder } from '../src/state-folder/hold.ts';
import { aTestStack } from './test-stack.ts';

test.each(['', 'This folder holds the data'])(
  'a folder with the beginning of a marker, %j, is the one of a stack that was killed as it began',
  async (beginning) => {
    await using stage = await aTestStack();
    await mkdir(stage.stateDir, { recursive: true });
    await writeFile(join(stage.stateDir, '.waybill-state'), beginning);

    await stage.hold().then((folder) => folder.release());

    await clearStateFolder(stage.stateDir, () => undefined);
    expect(existsSync(stage.stateDir)).toBe(false);
  },
);
