import { backoffMs, pause } from './backoff.ts';
import { LongPollRefused, NotRunning } from './errors.ts';
import { type FollowedOrder, type HistoryPollOptions, lastSeq, pollHistory } from './history-poll.ts';

/** Called for each failure that is retried. */
export type OnFault = (error: unknown) => void;

/**
 * Follows an order until its workflow ends: an answer at once, then one after each workflow task and each progress of its running
 * step. No entry after `afterSeq` is missed or repeated: a failure is retried from the last entry. Rejects with `NotRunning` when
 * there is no such workflow, with `LongPollRefused` when the engine accepts no long poll.
 */
export const createFollow = (parts: HistoryPollOptions) =>
  async function* follow(
    orderId: string,
    afterSeq: number,
    signal: AbortSignal,
    onFault: OnFault = () => undefined,
  ): AsyncGenerator<FollowedOrder, void, void> {
    let seq = afterSeq;
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        for await (const answer of pollHistory(parts, orderId, seq, signal)) {
          seq = Math.max(seq, lastSeq(answer));
          failures = 0;
          yield answer;
        }
        return;
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof NotRunning || error instanceof LongPollRefused) throw error;
        onFault(error);
      }
      await pause(backoffMs(failures), signal);
    }
  };
