import { type Client, ServiceError } from '@temporalio/client';
import { bookAudit } from '@waybill/contracts/domain';

const completed = `WorkflowType = '${bookAudit.workflow}' AND ExecutionStatus = 'Completed'`;

/**
 * Returns when the last audit of the books ended, by the engine, which knows it across restarts of all workers; before
 * the first one, since when it has been scheduled. Undefined if the engine does not say: a worker starts without it.
 */
export async function lastAuditEnd(
  client: Pick<Client, 'workflow' | 'schedule'>,
  warn: (message: string) => void,
): Promise<Date | undefined> {
  try {
    for await (const { closeTime } of client.workflow.list({ query: completed, pageSize: 1 }))
      if (closeTime) return closeTime;
    return (await client.schedule.getHandle(bookAudit.schedule).describe()).info.createdAt;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    warn(`the engine does not say when the last audit of the books ended: ${error.message}`);
    return undefined;
  }
}
