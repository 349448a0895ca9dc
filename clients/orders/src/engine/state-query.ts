import { QueryRejectedError } from '@temporalio/client';
import proto from '@temporalio/proto';
import { pause, settlesWithin } from './backoff.ts';
import type { CallLimits } from './call-limits.ts';
import type { Engine, HistoryEvent } from './engine.ts';
import { asOwnError, engineFaultIn, grpc } from './engine-faults.ts';
import { NotAnswering, NotRunning } from './errors.ts';

/** A running worker answers sooner; after this time, the workflow may be too new. */
const soonMs = 300;

/** The query for the state, of orders or of runs. */
export type StateQuery<Answer> = {
  workflowIdOf: (id: string) => string;
  query: string;
  /** The first state, from the first event of a history. */
  asStarted: (events: readonly HistoryEvent[]) => Promise<Answer>;
};

/**
 * Reads a state with one query to its workflow. Before the first workflow task, `read` takes the state from the input that
 * the workflow was started with; `ask` waits for the task. Both reject with `NotRunning`, `NotAnswering` or `EngineUnavailable`.
 */
export const createStateQuery = <Answer>(engine: Engine, { workflowIdOf, query, asStarted }: StateQuery<Answer>) => {
  const ask = (id: string, afterSeq: number, limits: CallLimits): Promise<Answer> =>
    queried(engine, limits, id, () =>
      engine.workflow.getHandle(workflowIdOf(id)).query<Answer, [number]>(query, afterSeq),
    );

  const ifUntouched = async (id: string, limits: CallLimits): Promise<Answer | undefined> => {
    const page = { token: new Uint8Array(), wait: false };
    const { history } = await engine.history(workflowIdOf(id), page, limits).catch(asOwnError);
    const events = history?.events ?? [];
    return hasCompletedTask(events) ? undefined : asStarted(events);
  };

  const read = async (id: string, afterSeq: number, limits: CallLimits): Promise<Answer> => {
    const answer = ask(id, afterSeq, limits);
    if (await settlesWithin(soonMs, answer)) return answer;
    answer.catch(() => undefined);
    return (await ifUntouched(id, limits)) ?? answer;
  };

  return { read, ask };
};

/** Sends a query; one that is refused because of a passing state of the workflow is sent again. Rejects as `ask` does. */
export async function queried<T>(
  { limited }: Engine,
  { withinMs, signal }: CallLimits,
  id: string,
  query: () => Promise<T>,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (let tries = 1; ; tries++) {
    try {
      return await limited({ withinMs: until - Date.now(), signal }, query);
    } catch (error) {
      if (!(isBusy(error) || continuesAsNew(error)) || tries > 6) return asQueryError(id, error);
    }
    await pause(5 * 2 ** tries, signal);
  }
}

function asQueryError(id: string, error: unknown): never {
  if (error instanceof QueryRejectedError) throw new NotRunning('The workflow is closed', { cause: error });
  if (!isUnanswered(error)) return asOwnError(error);
  throw new NotAnswering(`No worker has answered for ${id}`, { cause: error });
}

/**
 * The worker is unavailable, busy, or cannot proceed with this workflow. If the engine reaches the deadline before the
 * client, the error is a cancellation.
 */
const unanswered: readonly unknown[] = [grpc.DEADLINE_EXCEEDED, grpc.CANCELLED, grpc.FAILED_PRECONDITION];

export const isUnanswered = (error: unknown): boolean =>
  unanswered.includes(engineFaultIn(error)?.code) || isBusy(error);

/**
 * While a workflow task is running, the engine buffers one query and refuses others; they pass a moment later, or, while no
 * worker takes the task, when one does.
 */
const isBusy = (error: unknown) => /query buffer is full/i.test(engineFaultIn(error)?.message ?? '');

const continued = proto.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW;

/** The queried execution has just continued as new; the new one answers. */
const continuesAsNew = (error: unknown) => error instanceof QueryRejectedError && error.status === continued;

export const hasCompletedTask = (events: readonly HistoryEvent[]): boolean =>
  events.some(({ workflowTaskCompletedEventAttributes }) => workflowTaskCompletedEventAttributes);
