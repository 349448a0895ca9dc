import type { FollowedKind } from '../following/state.ts';
import { createFollow } from '../following/subscription.ts';
import type { EventWork } from '../reading/history-event.ts';
import { createHistoryReader } from '../reading/history-page.ts';
import type { CallLimits } from './call-limits.ts';
import type { Engine } from './engine.ts';
import { asOwnError } from './engine-faults.ts';
import { createStateQuery, queried, type StateQuery } from './state-query.ts';
import { createRunningCheck, createTaskCheck } from './workflow-task.ts';

/** What the calls to a workflow need to know, of orders or of runs. */
type CalledKind<Answer, State, Work extends { step: string }> = {
  stateQuery: StateQuery<Answer>;
  verdictQuery: string;
  workOf: (state: State, limits: CallLimits) => Promise<Work | null>;
  followed: FollowedKind<Answer, Work>;
  /** What an activity of this name does. */
  workNamed: (activity: string) => EventWork | undefined;
};

const signalMs = 5_000;

/** The calls to the workflow of an order or of a run. */
export function createWorkflowCalls<
  Answer extends { journal: readonly unknown[] },
  State,
  Verdict,
  Work extends { step: string },
>(engine: Engine, { stateQuery, verdictQuery, workOf, followed, workNamed }: CalledKind<Answer, State, Work>) {
  const { workflowIdOf } = stateQuery;
  const handleOf = (id: string) => engine.workflow.getHandle(workflowIdOf(id));
  const { read, ask } = createStateQuery(engine, stateQuery);
  const taskFailing = createTaskCheck(engine, workflowIdOf);
  const isRunning = createRunningCheck(engine, workflowIdOf);
  return {
    signal: (id: string, name: string, content: unknown) =>
      engine.limited({ withinMs: signalMs }, () => handleOf(id).signal(name, content)).catch(asOwnError),
    verdict: (id: string, commandId: string, withinMs = 2_000) =>
      queried(engine, { withinMs }, id, () => handleOf(id).query<Verdict | null, [string]>(verdictQuery, commandId)),
    read: (id: string, afterSeq = 0, withinMs = 2_000) => read(id, afterSeq, { withinMs }),
    running: (state: State, withinMs = 1_000) => workOf(state, { withinMs }),
    taskFailing: (id: string, withinMs = 1_000) => taskFailing(id, { withinMs }),
    isRunning: (id: string, withinMs = 1_000) => isRunning(id, { withinMs }),
    follow: createFollow({ engine, read, ask, ...stateQuery, ...followed }),
    history: createHistoryReader({ engine, workflowIdOf, workNamed }),
  };
}
