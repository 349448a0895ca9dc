import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundledPrograms } from '@waybill/bundles';
import { eachLine } from './lines.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type Service = 'chaos' | 'order-book' | 'worker' | 'gateway';
export type Processes = ReturnType<typeof createProcesses>;

const programs = await bundledPrograms();

/** Processes of the product, with the settings of a deployment, and the whole lines of their logs. */
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
    start(service: Service, env: Record<string, string>): ChildProcess {
      const { PATH = '' } = process.env;
      const child = spawn(process.execPath, [programs[service]], { cwd: root, env: { PATH, ...env } });
      for (const stream of [child.stdout, child.stderr]) eachLine(stream, (line) => output.push(`${line}\n`));
      child.once('close', (code) => {
        if (!code) return;
        stop(); // a proof that cannot begin leaves none of the others behind
        fail(new Error(`${service} ended\n${output.join('')}`));
      });
      children.push(child);
      return child;
    },
    output: () => output.join(''),
    stop,
  };
}

/** Waits until the gateway reaches the engine; one that did so once stays ready without. */
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
