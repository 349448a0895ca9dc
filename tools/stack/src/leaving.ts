import type { Stack } from './start-stack.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whoever ends this process ends what it started with it: its processes would live on, as they are no part of its group. */
export function stopsWithThisProcess(stack: Pick<Stack, 'stop'>): void {
  for (const signal of signals) process.once(signal, () => void stack.stop().finally(() => process.exit(1)));
}

/** Stopping takes no longer; what lives then is ended by the guard. */
const stopLimitMs = 60_000;

/**
 * Aborted when this process is to leave: told by a signal, once or several times; or because nobody reads any more what
 * it says; or by an uncaught error, which is then the reason.
 */
export function leavingSignal(outputs: readonly NodeJS.WriteStream[]): AbortSignal {
  const leaving = new AbortController();
  const leave = (reason?: unknown) => {
    setTimeout(() => process.exit(1), stopLimitMs).unref();
    leaving.abort(reason);
  };
  for (const signal of signals) process.on(signal, () => leave(new Told(signal)));
  for (const output of outputs) output.on('error', (error) => leave(new Told(error.message)));
  process.on('uncaughtException', leave);
  return leaving.signal;
}

/** To leave as one is told to is no failure. */
export class Told extends Error {
  override readonly name = 'Told';
}
