import { spawn } from 'node:child_process';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { lock } from 'proper-lockfile';

type Build = {
  go: string;
  module: string;
  target: string;
  exists: () => Promise<boolean>;
  say: (line: string) => void;
  env: NodeJS.ProcessEnv;
};

/** Builds the engine unless another run has done so, or is just doing it: then waits for that one. */
export async function buildOnce(build: Build): Promise<string> {
  const { target, exists, say } = build;
  await mkdir(dirname(target), { recursive: true });
  const release = await takeTurn(target, () => say('Another run is building the Temporal engine; waiting for it.'));
  try {
    if (!(await exists())) await compile(build);
  } finally {
    await release();
  }
  return target;
}

async function takeTurn(target: string, onWait: () => void): Promise<() => Promise<void>> {
  const options = { realpath: false, stale: 15_000, lockfilePath: `${target}.lock` };
  const alone = await lock(target, options).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ELOCKED') throw error;
    onWait();
  });
  return alone ?? lock(target, { ...options, retries: { retries: 3_600, factor: 1, minTimeout: 1_000 } });
}

/** Under a temporary name first: a build that was cut short is never taken for an engine. */
async function compile({ go, module, target, say, env }: Build): Promise<void> {
  const unfinished = `${target}.unfinished`;
  say('Building the Temporal engine from source. This takes a few minutes, once.');
  const started = Date.now();
  try {
    await run(go, ['build', '-v', '-trimpath', '-ldflags', '-s -w', '-o', unfinished, engine], { module, say, env });
    await flush(unfinished);
    await rename(unfinished, target);
  } finally {
    await rm(unfinished, { force: true });
  }
  say(`The Temporal engine is built: ${minutes(Date.now() - started)}, kept in ${dirname(target)}.`);
}

const engine = 'github.com/temporalio/cli/cmd/temporal';

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}

function run(go: string, args: string[], { module, say, env }: Pick<Build, 'module' | 'say' | 'env'>): Promise<void> {
  const child = spawn(go, args, {
    cwd: module,
    env: { ...env, CGO_ENABLED: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const progress = narrate(say);
  createInterface({ input: child.stderr }).on('line', progress.line);
  return new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`go build failed: ${progress.last()}`))));
  }).finally(progress.stop);
}

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
