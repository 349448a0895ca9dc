import { isDeepStrictEqual } from 'node:util';
import { settlesWithin } from './backoff.ts';
import type { CallLimits, Engine, HistoryEvent } from './engine.ts';
import { asOwnLongPollError } from './engine-faults.ts';
import { EngineUnavailable, NotRunning } from './errors.ts';
import { type Asked, hasCompletedTask } from './state-query.ts';
import { taskFailedIn } from './workflow-task.ts';

export type WithProgress<Work> = {
  running: Work | null;
  /** Its workflow fails because of a bug, and keeps its latest state until that is fixed. */
  taskFailing: boolean;
};

/** What is to be known of one kind of work, orders or runs, to follow it. */
export type FollowedKind<Answer, Work extends { step: string }> = {
  stateOf: (answer: Answer) => { revision: number; steps: readonly { name: string; status: string }[] };
  /** The last journal entry of an answer. */
  lastSeq: (answer: Answer) => number;
  workOf: (answer: Answer, limits: CallLimits) => Promise<Work | null>;
  /** Whether the engine has more of the running step than the workflow. */
  isBeingWorkedOn: (answer: Answer) => boolean;
};

export type HistoryPollOptions<Answer, Work extends { step: string }> = Pick<
  Asked<Answer>,
  'workflowIdOf' | 'asStarted'
> &
  FollowedKind<Answer, Work> & {
    engine: Engine;
    read: (id: string, afterSeq: number, limits: CallLimits) => Promise<Answer>;
  };

/** An idle long poll comes back after 20 seconds. */
const longPollMs = 60_000;
const queryMs = 5_000;
const lookMs = 1_000;

/**
 * Polls the history of a workflow until it ends or a call fails; one that continues as new is followed from run to run. It
 * queries the workflow only after a completed workflow task: neither idle work nor closed work is queried.
 */
export async function* pollHistory<Answer extends { journal: readonly unknown[] }, Work extends { step: string }>(
  { engine, read, ...kind }: HistoryPollOptions<Answer, Work>,
  id: string,
  afterSeq: number,
  signal: AbortSignal,
): AsyncGenerator<Answer & WithProgress<Work>, void, void> {
  const fromTheStart = new Uint8Array();
  let token: Uint8Array = fromTheStart;
  let seq = afterSeq;
  let latest: (Answer & WithProgress<Work>) | undefined;
  for (;;) {
    const poll = engine
      .history(kind.workflowIdOf(id), { token, wait: true }, { withinMs: longPollMs, signal })
      .catch(asOwnLongPollError);
    poll.catch(() => undefined); // awaited below
    while (latest && kind.isBeingWorkedOn(latest) && !(await settlesWithin(lookMs, poll))) {
      const running = await kind.workOf(latest, { withinMs: lookMs, signal }).catch(unlessUnseen);
      if (isDeepStrictEqual(running, latest.running)) continue;
      latest = { ...latest, journal: [], running };
      yield latest;
    }
    const { history, nextPageToken } = await poll;
    const events = history?.events ?? [];
    const goesOn = nextPageToken.length > 0;
    if (!goesOn && !continuesAsNew(events)) return;
    token = goesOn ? nextPageToken : fromTheStart;
    if (!goesOn) continue;
    const taskFailing = taskFailedIn(events) ?? latest?.taskFailing ?? false;
    for (let more = true; more; ) {
      const answer = taskFailing && latest ? { ...latest, journal: [] } : await answerAfter(events);
      if (!answer || (taskFailing && latest?.taskFailing)) break;
      seq = Math.max(seq, kind.lastSeq(answer));
      more = seq < kind.stateOf(answer).revision;
      latest = { ...answer, running: stillRunning(latest, answer), taskFailing };
      yield latest;
    }
  }

  async function answerAfter(events: readonly HistoryEvent[]): Promise<Answer | undefined> {
    if (hasCompletedTask(events)) return read(id, seq, { withinMs: queryMs, signal }).catch(unlessEnded);
    return latest === undefined && events.length > 0 ? kind.asStarted(events) : undefined;
  }

  /** Progress of the running step remains until the next read, unless another step is running now. */
  function stillRunning(before: WithProgress<Work> | undefined, answer: Answer): Work | null {
    const running = before?.running;
    const { steps } = kind.stateOf(answer);
    return running && steps.some(({ name, status }) => name === running.step && status === 'RUNNING') ? running : null;
  }
}

const continuesAsNew = (events: readonly HistoryEvent[]): boolean =>
  events.some((event) => event.workflowExecutionContinuedAsNewEventAttributes);

/** The next poll reports its end. */
function unlessEnded(error: unknown): undefined {
  if (!(error instanceof NotRunning)) throw error;
}

/** A read of the progress may fail: the state itself comes with the history. */
function unlessUnseen(error: unknown): null {
  if (error instanceof NotRunning || error instanceof EngineUnavailable) return null;
  throw error;
}
