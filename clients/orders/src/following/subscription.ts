import { backoffMs, pause } from '../engine/backoff.ts';
import { LongPollRefused, NotRunning } from '../engine/errors.ts';
import { type HistoryPollOptions, pollHistory } from './history-poll.ts';
import type { WithProgress } from './state.ts';

/** Called for each failure that is retried. */
export type OnFault = (error: unknown) => void;

/**
 * Follows an order or a run until its workflow ends: yields a state at once, then one after each workflow task and each
 * progress of its running step. No entry after `afterSeq` is missed or repeated: a failure is retried from the last
 * entry. Rejects with `NotRunning` when there is no such workflow, with `LongPollRefused` when the engine accepts no
 * long poll.
 */
export const createFollow = <Answer extends { journal: readonly unknown[] }, Work extends { step: string }>(
  parts: HistoryPollOptions<Answer, Work>,
) =>
  async function* follow(
    id: string,
    afterSeq: number,
    signal: AbortSignal,
    onFault: OnFault = () => undefined,
  ): AsyncGenerator<Answer & WithProgress<Work>, void, void> {
    let seq = afterSeq;
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        for await (const answer of pollHistory(parts, id, seq, signal)) {
          seq = Math.max(seq, parts.lastSeq(answer));
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
