import type { Entry, Snapshot } from '../source.ts';
import type { Watch } from './watch.ts';

/** A worker that is running answers sooner. */
const firstAnswerMs = 1_000;

/** Waits until a watch that is starting has its first answer or its first failure: one second at most. */
export async function firstAnswer(
  watch: Pick<Watch<Snapshot, Entry>, 'isStarting' | 'notifier'>,
  ...cancelled: AbortSignal[]
): Promise<void> {
  const { isStarting, notifier } = watch;
  if (!isStarting) return;
  await notifier.next(AbortSignal.any([AbortSignal.timeout(firstAnswerMs), ...cancelled]), notifier.count);
}
