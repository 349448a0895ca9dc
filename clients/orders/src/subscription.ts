import { backoffMs, pause } from './backoff.ts';
import { LongPollRefused, NotRunning } from './errors.ts';
import { type FollowedOrder, type HistoryPollOptions, lastSeq, pollHistory } from './history-poll.ts';

/** Told of each failure that is being waited out. */
export type OnFault = (error: unknown) => void;

/**
 * Follows an order until its workflow ends: an answer at once, then one whenever the workflow has decided something or
 * its running step has got on. Nothing after `afterSeq` is left out or told twice, whatever fails on the way: a failure
 * is waited out, and the next question asks for what comes after the last entry told. Rejects with `NotRunning` when
 * there is no such workflow, with `LongPollRefused` when the engine lets nobody wait.
 */
export const createFollow = (parts: HistoryPollOptions) =>
  async function* follow(
    orderId: string,
    afterSeq: number,
    signal: AbortSignal,
    onFault: OnFault = () => undefined,
  ): AsyncGenerator<FollowedOrder, void, void> {
    let told = afterSeq;
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        for await (const answer of pollHistory(parts, orderId, told, signal)) {
          told = Math.max(told, lastSeq(answer));
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
