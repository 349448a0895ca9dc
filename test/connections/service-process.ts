import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The open resources of a process. */
export type Held = { descriptors: number; resources: Record<string, number> };

export type ServiceProcess = {
  port: number;
  url: string;
  /** Of the process, while it lives. */
  exited: () => boolean;
  held: () => Promise<Held>;
  stop: () => Promise<void>;
};

/** Starts a service in a separate process, on a free port. */
export async function startServiceProcess(file: string): Promise<ServiceProcess> {
  const child = fork(file, {
    execArgv: [
      ...(file.endsWith('.ts') ? ['--import', 'tsx'] : []),
      ...['--import', new URL('./probe.mjs', import.meta.url).href],
    ],
    env: { ...process.env, WAYBILL_CHAOS_PORT: '0', WAYBILL_ORDER_BOOK_PORT: '0', WAYBILL_CHAOS_HANG: 'PT0.1S' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await urlIn(child);
  return {
    url,
    port: Number(new URL(url).port),
    exited: () => child.exitCode !== null || child.signalCode !== null,
    async held() {
      child.send('held');
      const [held] = await once(child, 'message');
      return held as Held;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** Said in the log when the service is open. */
async function urlIn({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The process has no output');
  for await (const line of createInterface(stdout)) {
    const { url } = JSON.parse(line) as { url?: string };
    if (url) {
      stdout.resume();
      return url;
    }
  }
  throw new Error('The process ended before it was open');
}
