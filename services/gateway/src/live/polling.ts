import { isDeepStrictEqual } from 'node:util';
import { EngineUnavailable, NotAnswering } from '@waybill/orders-client';
import type { ChangeFeed } from './change-feed.ts';
import type { Notifier } from './notifier.ts';
import type { Entry, OnFault, Snapshot, Source, Update } from './source.ts';

type PolledSource<S extends Snapshot, E extends Entry> = Pick<
  Source<S, E>,
  'read' | 'withWork' | 'isBeingWorkedOn' | 'taskFailing'
>;
type PollingOptions<S extends Snapshot, E extends Entry> = {
  source: PolledSource<S, E>;
  changes: Pick<ChangeFeed, 'subscribe'>;
};

/** Without the change feed, work that changes is polled at the shortest interval; it doubles while nothing changes. */
const shortestMs = 250;
const longestMs = 5_000;
/** The feed names everything that changes; it is not relied on for longer than this. */
const withFeedMs = 15_000;
/** Attempts and percentages are known to the engine, not to the workflow. */
const runningWorkMs = 1_000;

/**
 * Follows an order or a run without a long poll: queries its workflow whenever the order book's change feed names it
 * and, if the feed is down, at an interval that grows while nothing changes. While a step runs, it also reads its
 * attempts and percentages from the engine. Ends with the work; a failure is reported and retried; rejects with
 * `NotRunning` when the workflow has ended.
 */
export async function* poll<S extends Snapshot, E extends Entry>(
  { source, changes }: PollingOptions<S, E>,
  id: string,
  afterSeq: number,
  signal: AbortSignal,
  onFault: OnFault,
): AsyncGenerator<Update<S, E>, void, void> {
  const feed = changes.subscribe(id);
  const read = createRead(source, id, onFault);
  let seq = afterSeq;
  let latest: Update<S, E> | undefined;
  let waitMs = shortestMs;
  try {
    for (let isInDoubt = true; !signal.aborted; ) {
      const { count: seen } = feed.notifier; // before the read, so that a change right after it is noticed
      const answer = await read(seq, latest);
      const isNew = answer !== undefined && (isInDoubt || hasChanged(latest, answer));
      isInDoubt = answer === undefined;
      latest = answer ?? latest;
      seq = answer?.journal.at(-1)?.seq ?? seq;
      if (isNew) yield answer;
      waitMs = isNew ? shortestMs : Math.min(longestMs, waitMs * 2);
      if (answer && answer.journal.length > 0 && seq < answer.snapshot.revision) continue;
      if (answer?.snapshot.closedAt) return;

      const until = Date.now() + (feed.isUp() ? withFeedMs : waitMs);
      const wait = { notifier: feed.notifier, seen, signal, until };
      if (!latest || isInDoubt) await waitForChange(wait);
      else for await (latest of pollRunningWork(source, latest, wait)) yield latest;
    }
  } finally {
    feed.unsubscribe();
  }
}

/**
 * Undefined without an answer. A workflow that fails because of a bug gives none either: its latest answer is repeated.
 */
const createRead =
  <S extends Snapshot, E extends Entry>(source: PolledSource<S, E>, id: string, onFault: OnFault) =>
  async (afterSeq: number, latest: Update<S, E> | undefined): Promise<Update<S, E> | undefined> => {
    try {
      const { snapshot, journal } = await source.read(id, afterSeq);
      return { snapshot: await source.withWork(snapshot), journal };
    } catch (error) {
      if (!(error instanceof EngineUnavailable || error instanceof NotAnswering)) throw error;
      if (latest && (await source.taskFailing(id).catch(() => false)))
        return { snapshot: { ...latest.snapshot, taskFailing: true }, journal: [] };
      onFault(error);
      return undefined;
    }
  };

function hasChanged<S extends Snapshot, E extends Entry>(
  before: Update<S, E> | undefined,
  { snapshot, journal }: Update<S, E>,
): boolean {
  const known = before?.snapshot;
  return (
    journal.length > 0 ||
    snapshot.revision !== known?.revision ||
    snapshot.taskFailing !== known.taskFailing ||
    !isDeepStrictEqual(snapshot.running, known.running)
  );
}

type Wait = { notifier: Notifier; seen: number; signal: AbortSignal; until: number };

/** The progress of the running step, until the next full read. */
async function* pollRunningWork<S extends Snapshot, E extends Entry>(
  source: PolledSource<S, E>,
  known: Update<S, E>,
  wait: Wait,
): AsyncGenerator<Update<S, E>, void, void> {
  for (let latest = known; ; ) {
    await waitForChange(wait, source.isBeingWorkedOn(latest.snapshot) ? runningWorkMs : withFeedMs);
    if (wait.signal.aborted || wait.notifier.count > wait.seen || Date.now() >= wait.until) return;
    const snapshot = await source.withWork(latest.snapshot);
    if (isDeepStrictEqual(snapshot.running, latest.snapshot.running)) continue;
    latest = { snapshot, journal: [] };
    yield latest;
  }
}

/** Waits for a notification, for a limited time. */
async function waitForChange({ notifier, seen, signal, until }: Wait, maxMs = withFeedMs): Promise<void> {
  if (signal.aborted) return;
  const timeout = new AbortController();
  const abort = () => timeout.abort();
  const timer = setTimeout(abort, Math.min(maxMs, until - Date.now()));
  signal.addEventListener('abort', abort);
  await notifier.next(timeout.signal, seen);
  clearTimeout(timer);
  signal.removeEventListener('abort', abort);
}
