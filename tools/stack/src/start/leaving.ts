import type { Stack } from './start-stack.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** When this process ends, its child processes must end too, although they are not in its process group. */
export function stopsWithThisProcess(stack: Pick<Stack, 'stop'>): void {
  for (const signal of signals) process.once(signal, () => void stack.stop().finally(() => process.exit(1)));
}

/** The time limit of stopping; the guard ends what still runs then. */
const stopLimitMs = 60_000;

/**
 * Aborted when this process must exit: by a signal, by a closed output, or by an uncaught error, which is then the
 * reason.
 */
export function leavingSignal(outputs: readonly NodeJS.WriteStream[]): AbortSignal {
  const leaving = new AbortController();
  const leave = (reason?: unknown) => {
    setTimeout(() => process.exit(1), stopLimitMs).unref();
    leaving.abort(reason);
  };
  for (const signal of signals) process.on(signal, () => leave(new StopRequest(signal)));
  for (const output of outputs) output.on('error', (error) => leave(new StopRequest(error.message)));
  process.on('uncaughtException', leave);
  return leaving.signal;
}

/** To leave as one is told to is no failure. */
export class StopRequest extends Error {
  override readonly name = 'StopRequest';
}
