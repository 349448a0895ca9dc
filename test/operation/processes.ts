import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type Processes = ReturnType<typeof createProcesses>;

/** Processes of the product, started as in a deployment, with their logs. */
export function createProcesses() {
  const children: ChildProcess[] = [];
  const output: string[] = [];
  let fail: (error: Error) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    fail = reject;
  });
  ended.catch(() => undefined);
  const stop = () => {
    for (const child of children) child.kill('SIGKILL');
  };
  process.once('exit', stop);
  return {
    /** Rejects as soon as one of them exits, with all logs. */
    ended,
    start(main: string, env: Record<string, string>): ChildProcess {
      const { PATH = '' } = process.env;
      const child = spawn(process.execPath, ['--import', 'tsx', main], { cwd: root, env: { PATH, ...env } });
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => output.push(String(bytes)));
      child.once('exit', (code) => code && fail(new Error(`${main} ended\n${output.join('')}`)));
      children.push(child);
      return child;
    },
    output: () => output.join(''),
    stop,
  };
}

/** Waits until the gateway also reaches the engine; without it, it is ready only for reads. */
export async function reachingTheEngine(gateway: string): Promise<void> {
  const reaches = () =>
    fetch(`${gateway}/ready`).then(
      async (answer) => answer.ok && ((await answer.json()) as { engine: boolean }).engine,
      () => false,
    );
  while (!(await reaches())) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Waits until a request to the address succeeds; vitest's own limit ends a wait in vain. */
export async function answering(url: string): Promise<void> {
  const isUp = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 100));
}
