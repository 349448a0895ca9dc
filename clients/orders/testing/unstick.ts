import { status } from '@grpc/grpc-js';
import { type Client, isGrpcServiceError } from '@temporalio/client';

/** The workflow's next task is any worker's: the engine keeps it for ten seconds for the one that knew the workflow. */
export async function unstick(client: Client, workflowId: string): Promise<void> {
  const { namespace } = client.options;
  try {
    await client.workflowService.resetStickyTaskQueue({ namespace, execution: { workflowId } });
  } catch (error) {
    if (!isGrpcServiceError(error) || error.code !== status.NOT_FOUND) throw error;
  }
}
