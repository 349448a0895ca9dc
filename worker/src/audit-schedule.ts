import { type Client, ScheduleAlreadyRunning, type ScheduleOptions, ScheduleOverlapPolicy } from '@temporalio/client';
import { bookAudit, fulfillment } from '@waybill/contracts/words';

/** Has the engine audit the books from now on, this often, whatever was set before. */
export async function scheduleAudit(client: Client, everyMs: number): Promise<void> {
  const schedule = auditEvery(everyMs);
  await client.schedule.create(schedule).catch(async (error: unknown) => {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(bookAudit.schedule).update(({ state }) => ({ ...schedule, state }));
  });
}

const auditEvery = (everyMs: number) =>
  ({
    scheduleId: bookAudit.schedule,
    spec: { intervals: [{ every: everyMs }] },
    action: { type: 'startWorkflow', workflowType: bookAudit.workflow, taskQueue: fulfillment.taskQueue, args: [] },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1m' },
  }) satisfies ScheduleOptions;
