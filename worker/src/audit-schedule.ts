import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import { bookAudit, fulfillment } from '@waybill/contracts/words';

/** Has the engine audit the books from now on; whichever worker comes first sets it up. */
export async function scheduleAudit(client: Client, everyMs: number): Promise<void> {
  await client.schedule
    .create({
      scheduleId: bookAudit.schedule,
      spec: { intervals: [{ every: everyMs }] },
      action: { type: 'startWorkflow', workflowType: bookAudit.workflow, taskQueue: fulfillment.taskQueue },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1m' },
    })
    .catch((error: unknown) => {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    });
}
