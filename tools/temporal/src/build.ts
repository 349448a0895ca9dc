import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

type Build = {
  go: string;
  module: string;
  say: (line: string) => void;
  env: NodeJS.ProcessEnv;
  /** Aborting ends the build. */
  signal: AbortSignal | undefined;
};

/** Builds the engine from the pinned module. */
export async function build(output: string, { say, ...parts }: Build): Promise<void> {
  say('Building the Temporal engine from source. This takes a few minutes, once.');
  const started = Date.now();
  await goBuild(output, { say, ...parts });
  say(`The Temporal engine is built: ${minutes(Date.now() - started)}, kept in ${dirname(output)}.`);
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

/** Go prints each package that it downloads or compiles; one line every ten seconds is enough to show progress. */
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
