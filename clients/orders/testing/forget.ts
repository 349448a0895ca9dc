import { setTimeout as pause } from 'node:timers/promises';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';

/** Has the engine forget a workflow, and resolves when it knows of none under that id any more. */
export async function forget(client: Client, workflowId: string): Promise<void> {
  const { namespace } = client.options;
  await client.workflowService.deleteWorkflowExecution({ namespace, workflowExecution: { workflowId } });
  while (await isKnown(client, workflowId)) await pause(20);
}

const isKnown = (client: Client, workflowId: string): Promise<boolean> =>
  client.workflow
    .getHandle(workflowId)
    .describe()
    .then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
        return false;
      },
    );
