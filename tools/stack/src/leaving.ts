import type { Stack } from './start-stack.ts';

/** Whoever ends this process ends what it started with it: its processes would live on, as they are no part of its group. */
export function stopsWithThisProcess(stack: Pick<Stack, 'stop'>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void stack.stop().finally(() => process.exit(1)));
}
