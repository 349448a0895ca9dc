import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { pause } from '../engine/backoff.ts';
import { descriptionOf, isRunningIn } from '../engine/description.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { isTaskFailing } from '../engine/workflow-task.ts';

const callMs = 5_000;

/** A cancelled workflow stops its work and ends; one without a worker is terminated. */
const cancelMs = 10_000;

const reason = 'The workflow was lost, and what it did is being recovered';

/** The recoveries of orders or of runs: workflow, id and input. */
export type RecoveryKind = {
  taskQueue: string;
  workflow: string;
  idFor: (id: string) => string;
  inputFor: (id: string) => object;
  memoFor: (id: string) => Record<string, unknown>;
};

/** Starts recoveries, and says which are running. */
export function createRecoveries(client: Client, { taskQueue, workflow, idFor, inputFor, memoFor }: RecoveryKind) {
  const engine = createEngine(client);
  const start = (id: string) =>
    client.workflow.start(workflow, {
      workflowId: idFor(id),
      taskQueue,
      args: [inputFor(id)],
      memo: memoFor(id),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: 'FAIL',
    });

  return {
    /** Whether a recovery is running; `failing` when a bug blocks it. */
    async recovering(id: string): Promise<boolean | 'failing'> {
      const description = await descriptionOf(engine, idFor(id), { withinMs: callMs });
      if (!description || !isRunningIn(description)) return false;
      return isTaskFailing(description) ? 'failing' : true;
    },

    /** Starts the recovery, unless one is running. */
    recover: (id: string): Promise<void> =>
      engine.limited({ withinMs: callMs }, async () => void (await start(id))).catch(unlessUnderWay),
  };
}

/** Ends workflows from outside. */
export function createEndings(client: Client, engine: Engine) {
  const isRunning = async (workflowId: string): Promise<boolean> =>
    isRunningIn(await descriptionOf(engine, workflowId, { withinMs: callMs }));

  const terminate = (workflowId: string): Promise<unknown> =>
    engine
      .limited({ withinMs: callMs }, () => client.workflow.getHandle(workflowId).terminate(reason))
      .catch(unlessOver);

  const cancel = async (workflowId: string): Promise<void> => {
    const until = Date.now() + cancelMs;
    await engine.limited({ withinMs: callMs }, () => client.workflow.getHandle(workflowId).cancel()).catch(unlessOver);
    while (Date.now() < until && (await isRunning(workflowId))) await pause(200);
    await terminate(workflowId);
  };

  return { isRunning, terminate, cancel };
}

function unlessOver(error: unknown): void {
  if (!(error instanceof WorkflowNotFoundError)) throw error;
}

function unlessUnderWay(error: unknown): void {
  if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
}
