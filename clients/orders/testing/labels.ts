import { EventEmitter, once } from 'node:events';
import { Context, heartbeat } from '@temporalio/activity';

export type Labels = ReturnType<typeof createLabels>;

/** The activity that makes labels: each gets as far as a test brings it. */
export function createLabels() {
  const changes = new EventEmitter();
  const percents = new Map<string, number>();
  const unlabelable = new Set<string>();

  return {
    async createLabel(orderId: string): Promise<void> {
      if (unlabelable.has(orderId)) throw new Error('the carrier is down');
      const { cancellationSignal: signal } = Context.current();
      for (let percent = percents.get(orderId) ?? 100; percent < 100; percent = percents.get(orderId) ?? 100) {
        heartbeat({ percent });
        await once(changes, orderId, { signal });
      }
    },

    /** False for the first time, when nobody makes the label yet. */
    bringTo(orderId: string, percent: number): boolean {
      const begun = percents.has(orderId);
      percents.set(orderId, percent);
      changes.emit(orderId);
      return begun;
    },

    fail: (orderId: string): void => void unlabelable.add(orderId),
  };
}
