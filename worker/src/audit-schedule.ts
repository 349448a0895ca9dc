import { type Client, ScheduleAlreadyRunning, type ScheduleOptions, ScheduleOverlapPolicy } from '@temporalio/client';
import { bookAudit } from '@waybill/contracts/domain';

type Audit = { everyMs: number; taskQueue: string };

/** Has the engine audit the books from now on, this often, whatever was set before. */
export async function scheduleAudit(client: Client, audit: Audit): Promise<void> {
  const schedule = scheduleOf(audit);
  await client.schedule.create(schedule).catch(async (error: unknown) => {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(bookAudit.schedule).update(({ state }) => ({ ...schedule, state }));
  });
}

const scheduleOf = ({ everyMs, taskQueue }: Audit) =>
  ({
    scheduleId: bookAudit.schedule,
    spec: { intervals: [{ every: everyMs }] },
    action: { type: 'startWorkflow', workflowType: bookAudit.workflow, taskQueue, args: [] },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1m' },
  }) satisfies ScheduleOptions;
