import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Starts the minimal worker; returns a stop function. */
export async function bareWorker(address: string): Promise<() => Promise<void>> {
  const script = fileURLToPath(new URL('./bare-worker.ts', import.meta.url));
  const child = fork(script, [address], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return async () => {
    child.kill();
    await once(child, 'exit');
  };
}
