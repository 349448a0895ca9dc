import { spawn } from 'node:child_process';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { lock } from 'proper-lockfile';

type Build = {
  go: string;
  module: string;
  target: string;
  exists: () => Promise<boolean>;
  say: (line: string) => void;
  env: NodeJS.ProcessEnv;
  /** Aborting ends the build. */
  signal: AbortSignal | undefined;
};

/** Builds the engine unless another run has done so, or is just doing it: then waits for that one. */
export async function buildOnce(build: Build): Promise<string> {
  const { target, exists } = build;
  await mkdir(dirname(target), { recursive: true });
  const release = await takeTurn(build);
  try {
    if (!(await exists())) await compile(build);
  } finally {
    await release();
  }
  return target;
}

async function takeTurn({ target, say, signal }: Build): Promise<() => Promise<void>> {
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
    // A machine that slept has lost its turn; at worst two runs build the same file.
    onCompromised: () => undefined,
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ELOCKED') throw error;
  });

/** Under a temporary name first: a build that was cut short is never taken for an engine. */
async function compile(build: Build): Promise<void> {
  const { target, say } = build;
  const unfinished = `${target}.${process.pid}.unfinished`;
  say('Building the Temporal engine from source. This takes a few minutes, once.');
  const started = Date.now();
  try {
    await goBuild(unfinished, build);
    await rename(unfinished, target);
  } finally {
    await rm(unfinished, { force: true });
  }
  say(`The Temporal engine is built: ${minutes(Date.now() - started)}, kept in ${dirname(target)}.`);
}

function goBuild(output: string, { go, module, say, env, signal }: Build): Promise<void> {
  const child = spawn(go, ['build', '-v', '-trimpath', '-ldflags', '-s -w', '-o', output, command], {
    cwd: module,
    env: { ...env, CGO_ENABLED: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  });
  const progress = narrate(say);
  createInterface({ input: child.stderr }).on('line', progress.line);
  return new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`go build failed: ${progress.last()}`))));
  }).finally(progress.stop);
}

const command = 'github.com/temporalio/cli/cmd/temporal';

/** Go names each package that it downloads or compiles; a line every ten seconds is enough to see that it moves. */
function narrate(say: (line: string) => void) {
  const started = Date.now();
  const recent: string[] = [];
  let downloaded = 0;
  let compiled = 0;
  const timer = setInterval(() => {
    say(`  ${minutes(Date.now() - started)}: ${downloaded} modules downloaded, ${compiled} packages compiled`);
  }, 10_000);
  return {
    line: (line: string) => {
      if (line.startsWith('go: downloading')) downloaded += 1;
      else compiled += 1;
      recent.push(line);
      if (recent.length > 5) recent.shift();
    },
    last: () => recent.join('\n'),
    stop: () => clearInterval(timer),
  };
}

const minutes = (ms: number) => `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1_000)} s`;
