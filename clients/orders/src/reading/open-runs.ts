import type { Client } from '@temporalio/client';
import { attentionIn, type RunAnswer, type RunState, runRecovery, runWorkflows } from '@waybill/contracts/domain';
import { createEngine } from '../engine/engine.ts';
import { unlessEnded } from '../engine/engine-faults.ts';
import { createRunWorkReader } from '../following/running-work.ts';
import { type IdPage, pageOfEnded } from './ended-executions.ts';
import { createExecutionReader, type Execution, lookMs } from './execution-reader.ts';
import { createEndings, createRecoveries } from './recoveries.ts';

/** A run as the engine has it. */
export type EngineRun = Execution<RunAnswer>;

const allRuns = { types: Object.values(runWorkflows.workflows), idPrefix: runWorkflows.idFor(''), isOpenToo: true };

/** The engine's view of runs, for comparing it with the order book, and the recoveries of those that are lost. */
export function createRunExecutions(
  client: Client,
  { taskQueue = runWorkflows.taskQueue }: { taskQueue?: string } = {},
  now: () => Date = () => new Date(),
) {
  const engine = createEngine(client);
  const work = createRunWorkReader(engine);

  const attentionOf = async (run: RunState, taskFailing: boolean) => {
    if (run.closedAt !== null) return null;
    const running = (await work(run, { withinMs: lookMs }).catch(unlessEnded)) ?? null;
    return attentionIn({ ...run, asOf: now().toISOString(), running, taskFailing });
  };

  return {
    ...createRecoveries(client, {
      ...runRecovery,
      taskQueue,
      inputFor: (runId) => ({ runId }),
      memoFor: (runId) => ({ runId }),
    }),

    /** Whether the run's own workflow is running, for instance after a reset. */
    isRunning: (runId: string) => createEndings(client, engine).isRunning(runWorkflows.idFor(runId)),

    /** A page of the runs that are open, and of those that have ended `since` a time, or that the engine still has. */
    page: (page: { after: string; since: string | null }): Promise<IdPage> =>
      pageOfEnded(client, engine, allRuns, page),

    read: createExecutionReader<RunAnswer>(client, engine, {
      workflowIdOf: runWorkflows.idFor,
      query: runWorkflows.queries.run,
      revisionOf: ({ run }) => run.revision,
      lastSeq: ({ run, journal }) => journal.at(-1)?.seq ?? run.revision,
      attentionIn: ({ run }, taskFailing) => attentionOf(run, taskFailing),
      asReceived: async () => undefined, // the book has a run before it does anything
    }),
  };
}

export type RunExecutions = ReturnType<typeof createRunExecutions>;
