import { type Client, QueryNotRegisteredError } from '@temporalio/client';
import { descriptionOf, isRunningIn } from '../engine/description.ts';
import type { Engine, HistoryEvent } from '../engine/engine.ts';
import { asOwnError } from '../engine/engine-faults.ts';
import { PayloadUnreadable } from '../engine/errors.ts';
import { memoText } from '../engine/memo.ts';
import { hasCompletedTask, isUnanswered } from '../engine/state-query.ts';
import { isTaskFailing } from '../engine/workflow-task.ts';

/** An order or a run in the engine; `hasEnded`: its workflow has ended, whether or not the order or run is closed. */
export type Execution<Answer> = Answer & {
  /** The digest of the request. */
  fingerprint: string;
  /** The attention to report to the order book. */
  attention: 'STUCK' | 'RETRYING' | null;
  hasEnded: boolean;
};

/** What reading needs for orders or for runs. */
export type ReadKind<Answer> = {
  workflowIdOf: (id: string) => string;
  query: string;
  revisionOf: (answer: Answer) => number;
  /** The last journal entry of an answer. */
  lastSeq: (answer: Answer) => number;
  attentionIn: (answer: Answer, taskFailing: boolean) => Promise<'STUCK' | 'RETRYING' | null>;
  /** The state of a workflow that was ended before a worker had processed it. */
  asReceived: (events: readonly HistoryEvent[]) => Promise<Execution<Answer> | undefined>;
};

const queryMs = 5_000;
export const lookMs = 5_000;

/**
 * Reads one order or run with its whole journal after `afterSeq`; undefined if the engine no longer knows it, or cannot
 * read a workflow that has ended. Without an answer from a worker: `failing` because of a bug in its workflow or a
 * missing key, otherwise `unanswered`. A query replays a workflow that has ended.
 */
export const createExecutionReader = <Answer extends { journal: readonly unknown[] }>(
  client: Client,
  engine: Engine,
  kind: ReadKind<Answer>,
) => {
  const read = createReader(client, engine, kind);
  return (id: string, afterSeq: number) => read(id, afterSeq).catch(failingWhenUnreadable);
};

const createReader =
  <Answer extends { journal: readonly unknown[] }>(client: Client, engine: Engine, kind: ReadKind<Answer>) =>
  async (id: string, afterSeq: number): Promise<Execution<Answer> | 'unanswered' | 'failing' | undefined> => {
    const workflowId = kind.workflowIdOf(id);
    const known = await descriptionOf(engine, workflowId, { withinMs: lookMs });
    if (!known) return undefined;
    const hasEnded = !isRunningIn(known);
    const taskFailing = isTaskFailing(known);
    const ask = (after: number) =>
      engine.limited({ withinMs: queryMs }, () =>
        client.workflow.getHandle(workflowId).query<Answer, [number]>(kind.query, after),
      );
    const answer = await wholeAnswer(kind, ask, afterSeq).catch(unansweredWhenStuck);
    if (answer === 'unanswered' && hasEnded) return asReceived(engine, kind, workflowId);
    if (answer === 'unanswered') return taskFailing ? 'failing' : answer;
    const attention = hasEnded ? null : await kind.attentionIn(answer, taskFailing);
    return { ...answer, hasEnded, attention, fingerprint: await memoText(engine, known, 'fingerprint') };
  };

async function asReceived<Answer>(engine: Engine, kind: ReadKind<Answer>, workflowId: string) {
  const page = { token: new Uint8Array(), wait: false };
  const { history } = await engine.history(workflowId, page, { withinMs: lookMs }).catch(asOwnError);
  const events = history?.events ?? [];
  return hasCompletedTask(events) ? undefined : kind.asReceived(events);
}

/** A long journal takes several queries. */
async function wholeAnswer<Answer extends { journal: readonly unknown[] }>(
  kind: ReadKind<Answer>,
  ask: (after: number) => Promise<Answer>,
  afterSeq: number,
): Promise<Answer> {
  const answer = await ask(afterSeq);
  const seq = kind.lastSeq(answer);
  if (seq >= kind.revisionOf(answer)) return answer;
  const rest = await wholeAnswer(kind, ask, seq);
  return { ...rest, journal: [...answer.journal, ...rest.journal] };
}

/** One that cannot be queried does not stop the check of the others. */
function unansweredWhenStuck(error: unknown): 'unanswered' {
  if (!isUnanswered(error)) throw error;
  return 'unanswered';
}

/**
 * A worker that fails a query cannot replay the workflow because of a bug or a missing key; decoding the answer may
 * need a key that is missing here.
 */
function failingWhenUnreadable(error: unknown): 'failing' {
  if (error instanceof QueryNotRegisteredError || error instanceof PayloadUnreadable) return 'failing';
  throw error;
}
