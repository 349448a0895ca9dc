import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createWhole, type Make } from '@waybill/bundles/whole-file';
import { lock } from 'proper-lockfile';

export type Making = {
  target: string;
  exists: () => Promise<boolean>;
  say: (line: string) => void;
  /** Aborting ends what is under way. */
  signal: AbortSignal | undefined;
};

/** Creates the file unless another run has done so; waits for a run that is creating it. */
export async function createOnce(making: Making, make: Make): Promise<string> {
  const { target, exists } = making;
  await mkdir(dirname(target), { recursive: true });
  const release = await takeTurn(making);
  try {
    if (!(await exists())) await createWhole(target, make);
  } finally {
    await release();
  }
  return target;
}

async function takeTurn({ target, say, signal }: Making): Promise<() => Promise<void>> {
  for (let refused = 0; ; refused += 1) {
    const release = await lockBeside(target);
    if (release) return release;
    if (refused === 0) say('Another run is building the Temporal engine; waiting for it.');
    await pause(1_000, undefined, { signal });
  }
}

const lockBeside = (target: string) =>
  lock(target, {
    realpath: false,
    stale: 15_000,
    lockfilePath: `${target}.lock`,
    // After a suspend the lock may be lost; at worst two runs create the same file.
    onCompromised: () => undefined,
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ELOCKED') throw error;
  });
