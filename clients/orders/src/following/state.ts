import { isDeepStrictEqual } from 'node:util';
import { settlesWithin } from '../engine/backoff.ts';
import type { CallLimits } from '../engine/call-limits.ts';
import type { HistoryEvent } from '../engine/engine.ts';
import { unlessEnded } from '../engine/engine-faults.ts';
import { EngineUnavailable, NotRunning } from '../engine/errors.ts';
import { hasCompletedTask, type StateQuery } from '../engine/state-query.ts';
import { taskFailedIn } from '../engine/workflow-task.ts';

export type WithProgress<Work> = {
  running: Work | null;
  /** Its workflow fails because of a bug, and keeps its latest state until that is fixed. */
  taskFailing: boolean;
};

type State = { revision: number; steps: readonly { name: string; status: string }[] };

/** What following needs for orders or for runs. */
export type FollowedKind<Answer, Work extends { step: string }> = {
  stateOf: (answer: Answer) => State;
  /** The last journal entry of an answer. */
  lastSeq: (answer: Answer) => number;
  workOf: (answer: Answer, limits: CallLimits) => Promise<Work | null>;
  /** Whether the engine knows more about the running step than the workflow. */
  isBeingWorkedOn: (answer: Answer) => boolean;
};

export type FollowedStateOptions<Answer, Work extends { step: string }> = Pick<StateQuery<Answer>, 'asStarted'> &
  FollowedKind<Answer, Work> & {
    read: (id: string, afterSeq: number, limits: CallLimits) => Promise<Answer>;
  };

const queryMs = 5_000;
const lookMs = 1_000;

/**
 * The latest state of a followed order or run, updated by its history and its running step.
 *
 * Longer than 40 lines: both sources update the same state.
 */
export function createFollowedState<Answer extends { journal: readonly unknown[] }, Work extends { step: string }>(
  { read, ...kind }: FollowedStateOptions<Answer, Work>,
  id: string,
  afterSeq: number,
  signal: AbortSignal,
) {
  type Latest = Answer & WithProgress<Work>;
  let seq = afterSeq;
  let latest: Latest | undefined;

  const answerAfter = async (events: readonly HistoryEvent[]): Promise<Answer | undefined> => {
    if (hasCompletedTask(events)) return read(id, seq, { withinMs: queryMs, signal }).catch(unlessEnded);
    return latest === undefined && events.length > 0 ? kind.asStarted(events) : undefined;
  };

  const workIn = (answer: Answer) => kind.workOf(answer, { withinMs: lookMs, signal }).catch(unlessUnseen);

  /** A new follower gets the progress of the running step at once. */
  const runningIn = async (answer: Answer): Promise<Work | null> => {
    if (latest) return stillRunning(latest.running, kind.stateOf(answer));
    return kind.isBeingWorkedOn(answer) ? workIn(answer) : null;
  };

  return {
    /** The progress of the running step, as it changes, until the poll has settled. */
    async *progressUntil(poll: Promise<unknown>): AsyncGenerator<Latest, void, void> {
      while (latest && kind.isBeingWorkedOn(latest) && !(await settlesWithin(lookMs, poll))) {
        const running = await workIn(latest);
        if (isDeepStrictEqual(running, latest.running)) continue;
        latest = { ...latest, journal: [], running };
        yield latest;
      }
    },

    /** The states after these events; a long journal comes in several. */
    async *answersAfter(events: readonly HistoryEvent[]): AsyncGenerator<Latest, void, void> {
      const taskFailing = taskFailedIn(events) ?? latest?.taskFailing ?? false;
      for (let more = true; more; ) {
        const answer = taskFailing && latest ? { ...latest, journal: [] } : await answerAfter(events);
        if (!answer || (taskFailing && latest?.taskFailing)) break;
        seq = Math.max(seq, kind.lastSeq(answer));
        more = seq < kind.stateOf(answer).revision;
        latest = { ...answer, running: await runningIn(answer), taskFailing };
        yield latest;
      }
    },
  };
}

/** The progress of the running step is kept until the next read, unless another step is running now. */
const stillRunning = <Work extends { step: string }>(running: Work | null, { steps }: State): Work | null =>
  running && steps.some(({ name, status }) => name === running.step && status === 'RUNNING') ? running : null;

/** A read of the progress may fail: the state itself comes with the history. */
function unlessUnseen(error: unknown): null {
  if (error instanceof NotRunning || error instanceof EngineUnavailable) return null;
  throw error;
}
