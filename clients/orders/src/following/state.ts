import { isDeepStrictEqual } from 'node:util';
import { settlesWithin } from '../engine/backoff.ts';
import type { CallLimits } from '../engine/call-limits.ts';
import type { HistoryEvent } from '../engine/engine.ts';
import { unlessEnded } from '../engine/engine-faults.ts';
import { EngineUnavailable, NotRunning } from '../engine/errors.ts';
import { hasCompletedTask, type StateQuery } from '../engine/state-query.ts';
import { taskFailedIn } from '../engine/workflow-task.ts';
import { EarlyQuery } from './early-query.ts';

export type WithProgress<Work> = {
  running: Work | null;
  /** Its workflow fails because of a bug, and keeps its latest state until that is fixed. */
  taskFailing: boolean;
};

type State = { revision: number; steps: readonly { name: string; status: string }[]; closedAt: string | null };

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
    /** Asks the workflow, and nobody else. */
    ask: (id: string, afterSeq: number, limits: CallLimits) => Promise<Answer>;
  };

const queryMs = 5_000;
const earlyMs = 2_000;
const lookMs = 1_000;

/**
 * The latest state of a followed order or run, updated by its history and its running step.
 *
 * Longer than 40 lines: both sources update the same state.
 */
export function createFollowedState<Answer extends { journal: readonly unknown[] }, Work extends { step: string }>(
  { read, ask, ...kind }: FollowedStateOptions<Answer, Work>,
  id: string,
  afterSeq: number,
  signal: AbortSignal,
) {
  type Latest = Answer & WithProgress<Work>;
  let seq = afterSeq;
  let latest: Latest | undefined;
  const newEarlyQuery = () => new EarlyQuery(() => ask(id, seq, { withinMs: earlyMs, signal }));
  let early = newEarlyQuery();

  const current = () => read(id, seq, { withinMs: queryMs, signal }).catch(unlessEnded);

  const answerAfter = async (events: readonly HistoryEvent[]): Promise<Answer | undefined> => {
    if (hasCompletedTask(events)) return current();
    return latest === undefined && events.length > 0 ? kind.asStarted(events) : undefined;
  };

  const workIn = (answer: Answer) => kind.workOf(answer, { withinMs: lookMs, signal }).catch(unlessUnseen);

  /** A new follower gets the progress of the running step at once. */
  const runningIn = async (answer: Answer): Promise<Work | null> => {
    if (latest) return stillRunning(latest.running, kind.stateOf(answer));
    return kind.isBeingWorkedOn(answer) ? workIn(answer) : null;
  };

  const become = async (answer: Answer, taskFailing: boolean): Promise<Latest> => {
    seq = Math.max(seq, kind.lastSeq(answer));
    latest = { ...answer, running: await runningIn(answer), taskFailing };
    return latest;
  };

  /** The state of this answer, and the following ones while its journal is too long for one. */
  async function* statesFrom(first: Answer | undefined): AsyncGenerator<Latest, void, void> {
    for (let answer = first; answer; ) {
      yield await become(answer, false);
      answer = seq < kind.stateOf(answer).revision ? await current() : undefined;
    }
  }

  /** The state is kept while the task fails. */
  async function* stuckAfter(events: readonly HistoryEvent[]): AsyncGenerator<Latest, void, void> {
    const answer = latest ? { ...latest, journal: [] } : await answerAfter(events);
    if (answer && !latest?.taskFailing) yield await become(answer, true);
  }

  return {
    /** The workflow continues as new: the events of its next execution are numbered from the start. */
    continueAsNew(): void {
      early = newEarlyQuery();
    },

    /** The states that the workflow is the first to tell, and the progress of the running step, until the poll has settled. */
    async *changesUntil(poll: Promise<unknown>): AsyncGenerator<Latest, void, void> {
      yield* statesFrom(await early.answerBefore(poll));
      while (latest && kind.isBeingWorkedOn(latest) && !(await settlesWithin(lookMs, poll))) {
        const running = await workIn(latest);
        if (isDeepStrictEqual(running, latest.running)) continue;
        latest = { ...latest, journal: [], running };
        yield latest;
      }
    },

    /** The states after these events. */
    async *statesAfter(events: readonly HistoryEvent[]): AsyncGenerator<Latest, void, void> {
      if (taskFailedIn(events) ?? latest?.taskFailing) return yield* stuckAfter(events);
      yield* statesFrom(await early.answerTo(events));
      if (!latest || !early.covers(events)) {
        yield* statesFrom(await answerAfter(events));
        if (hasCompletedTask(events)) early.noteAnswered(events);
      }
      // A closed workflow would be replayed for the answer.
      if (latest && !kind.stateOf(latest).closedAt) early.sendAfter(events);
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
