import type { Client } from '@temporalio/client';
import { attentionIn, type RunAnswer, type RunState, runWorkflows } from '@waybill/contracts/domain';
import { createEngine } from './engine.ts';
import { unlessEnded } from './engine-faults.ts';
import { createExecutionReader, type Execution, lookMs } from './execution-reader.ts';
import { createRunWorkReader } from './running-work.ts';

/** A run as the engine has it. */
export type EngineRun = Execution<RunAnswer>;

/** The engine's view of runs, for comparing it with the order book. */
export function createRunExecutions(client: Client, now: () => Date = () => new Date()) {
  const engine = createEngine(client);
  const work = createRunWorkReader(engine);

  const attentionOf = async (run: RunState, taskFailing: boolean) => {
    if (run.closedAt !== null) return null;
    const running = (await work(run, { withinMs: lookMs }).catch(unlessEnded)) ?? null;
    return attentionIn({ ...run, asOf: now().toISOString(), running, taskFailing });
  };

  return {
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
