import { WorkflowFailedError, type WorkflowHandle } from '@temporalio/client';
import { failedTasksIn } from './task-failures.ts';

/** Waits until a workflow has ended: its result, or why it failed. */
export const outcomeOf = <Outcome>(handle: WorkflowHandle): Promise<Outcome | { workflowFailed: string }> =>
  handle.result().then(
    (result: Outcome) => result,
    (error: unknown) => {
      if (!(error instanceof WorkflowFailedError)) throw error;
      return { workflowFailed: error.cause?.message ?? '' };
    },
  );

/** Throws if a task of the workflow failed: that is a bug, which the engine hides, as it tries again until it works. */
export async function throwOnFailedTask(handle: WorkflowHandle): Promise<void> {
  const { events } = await handle.fetchHistory();
  const [failure] = failedTasksIn(events ?? []);
  if (failure) throw new Error(`A task of the workflow failed: ${failure}`);
}
