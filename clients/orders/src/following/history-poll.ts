import type { Engine, HistoryEvent } from '../engine/engine.ts';
import { asOwnLongPollError } from '../engine/engine-faults.ts';
import type { StateQuery } from '../engine/state-query.ts';
import { createFollowedState, type FollowedStateOptions, type WithProgress } from './state.ts';

export type HistoryPollOptions<Answer, Work extends { step: string }> = FollowedStateOptions<Answer, Work> &
  Pick<StateQuery<Answer>, 'workflowIdOf'> & { engine: Engine };

/** An idle long poll comes back after 20 seconds. */
const longPollMs = 60_000;

/**
 * Polls the history of a workflow until it ends or a call fails; one that continues as new is followed from run to run.
 * It queries the workflow only when a workflow task completes or is about to: neither idle nor closed workflows are queried.
 */
export async function* pollHistory<Answer extends { journal: readonly unknown[] }, Work extends { step: string }>(
  options: HistoryPollOptions<Answer, Work>,
  id: string,
  afterSeq: number,
  signal: AbortSignal,
): AsyncGenerator<Answer & WithProgress<Work>, void, void> {
  const followed = createFollowedState(options, id, afterSeq, signal);
  const workflowId = options.workflowIdOf(id);
  const fromTheStart = new Uint8Array();
  let token: Uint8Array = fromTheStart;
  for (;;) {
    const poll = options.engine
      .history(workflowId, { token, wait: true }, { withinMs: longPollMs, signal })
      .catch(asOwnLongPollError);
    poll.catch(() => undefined); // awaited below
    yield* followed.changesUntil(poll);
    const { history, nextPageToken } = await poll;
    const events = history?.events ?? [];
    const goesOn = nextPageToken.length > 0;
    if (!goesOn && !continuesAsNew(events)) return;
    token = goesOn ? nextPageToken : fromTheStart;
    if (goesOn) yield* followed.statesAfter(events);
    else followed.continueAsNew();
  }
}

const continuesAsNew = (events: readonly HistoryEvent[]): boolean =>
  events.some((event) => event.workflowExecutionContinuedAsNewEventAttributes);
