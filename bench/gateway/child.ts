import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** The calls of a bench process; arguments and results are JSON. */
export type Tasks = Record<string, (...args: never[]) => unknown>;

type Call = { call: number; task: string; args: unknown[] };
type Answered = { call: number; answer?: unknown; error?: string };

/** In the child process: answers its parent. */
export function answering(tasks: Tasks): void {
  process.on('message', ({ call, task, args }: Call) => {
    const answer = async () => (tasks[task] as (...args: unknown[]) => unknown)(...args);
    answer().then(
      (answer) => process.send?.({ call, answer }),
      (error: unknown) => process.send?.({ call, error: String(error) }),
    );
  });
  process.once('disconnect', () => process.exit(0));
  process.send?.({ call: 0 });
}

/** The calls of every process: its CPU time in milliseconds, and its memory after a garbage collection. */
export const usage = {
  cpuMs: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },
  rssBytes: () => {
    globalThis.gc?.();
    globalThis.gc?.();
    return process.memoryUsage.rss();
  },
};

export type Child = {
  ask: <Answer>(task: string, ...args: unknown[]) => Promise<Answer>;
  /** kill -9 */
  kill: () => Promise<void>;
};

/** Starts a separate process, so that its cost can be measured alone. */
export async function child(file: string, given: object = {}): Promise<Child> {
  const started = fork(new URL(file, import.meta.url), [JSON.stringify(given)], {
    execArgv: ['--import', 'ts-blank-space/register', '--expose-gc'],
    env: { ...process.env, LOG_LEVEL: 'silent', NODE_ENV: 'production' },
  });
  const waiting = new Map<number, (answered: Answered) => void>();
  started.on('message', (answered: Answered) => waiting.get(answered.call)?.(answered));
  await once(started, 'message');
  let calls = 0;
  return {
    ask: <Answer>(task: string, ...args: unknown[]) =>
      new Promise<Answer>((resolve, reject) => {
        const call = ++calls;
        waiting.set(call, ({ answer, error }) => {
          waiting.delete(call);
          if (error) reject(new Error(`${file}, ${task}: ${error}`));
          else resolve(answer as Answer);
        });
        started.send({ call, task, args });
      }),
    kill: () => killed(started),
  };
}

async function killed(started: ChildProcess): Promise<void> {
  const gone = once(started, 'exit');
  started.kill('SIGKILL');
  await gone;
}

/** What the process was started with. */
export const given = <T>(): T => JSON.parse(process.argv[2] ?? '{}') as T;
