import { type RunAnswer, type RunState, runAsStarted, runWorkflows, type StartedRun } from '@waybill/contracts/domain';
import type { CallLimits } from '../engine/call-limits.ts';
import type { Engine, HistoryEvent } from '../engine/engine.ts';
import { NotRunning } from '../engine/errors.ts';
import type { StateQuery } from '../engine/state-query.ts';
import type { RunWork } from './running-work.ts';
import type { FollowedKind, WithProgress } from './state.ts';

/** The state of a run, with the journal entries that were not sent before. */
export type FollowedRun = RunAnswer & WithProgress<RunWork>;

type WorkOf = (run: RunState, limits: CallLimits) => Promise<RunWork | null>;

export const followedRun = (workOf: WorkOf): FollowedKind<RunAnswer, RunWork> => ({
  stateOf: ({ run }) => run,
  lastSeq: ({ run, journal }) => journal.at(-1)?.seq ?? run.revision,
  workOf: ({ run }, limits) => workOf(run, limits),
  isBeingWorkedOn: ({ run }) => [...run.compensations, ...run.steps].some(({ status }) => status === 'RUNNING'),
});

/** The query for a run's state. */
export const runStateQuery = (engine: Engine): StateQuery<RunAnswer> => ({
  workflowIdOf: runWorkflows.idFor,
  query: runWorkflows.queries.run,
  asStarted: (events) => asStarted(engine, events),
});

const workflows: readonly string[] = Object.values(runWorkflows.workflows);

/**
 * The first state of a run, from the first event of its history; after continuing as new, the state that was carried
 * over.
 */
async function asStarted(engine: Engine, [first]: readonly HistoryEvent[]): Promise<RunAnswer> {
  const { input, workflowType, workflowId } = first?.workflowExecutionStartedEventAttributes ?? {};
  if (!workflows.includes(workflowType?.name ?? '')) throw new NotRunning('The id holds an idempotency key, not a run');
  const [started, carried] = (await engine.decodedAll(input, workflowId)) as [
    StartedRun,
    { state: RunState } | undefined,
  ];
  return { run: carried?.state ?? runAsStarted(started), journal: [] };
}
