import { type Client, ScheduleAlreadyRunning, type ScheduleOptions, ScheduleOverlapPolicy } from '@temporalio/client';
import { bookAudit, nightlySweep } from '@waybill/contracts/domain';

type Schedule = ScheduleOptions & { action: { type: 'startWorkflow' } };
type Audit = { everyMs: number; taskQueue: string };

/** Schedules the audit of the books at this interval, and the sweep of the services every night. */
export async function scheduleUpkeep(client: Client, audit: Audit): Promise<void> {
  await schedule(client, auditOf(audit));
  await schedule(client, sweepOf(audit));
}

/** Replaces earlier settings; a schedule that an operator has paused stays paused. */
async function schedule(client: Client, wanted: Schedule): Promise<void> {
  await client.schedule.create(wanted).catch(async (error: unknown) => {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(wanted.scheduleId).update(({ state }) => ({ ...wanted, state }));
  });
}

const auditOf = ({ everyMs, taskQueue }: Audit): Schedule => ({
  scheduleId: bookAudit.schedule,
  spec: { intervals: [{ every: everyMs }] },
  action: { type: 'startWorkflow', workflowType: bookAudit.workflow, taskQueue, args: [] },
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1m' },
});

/** At three, UTC; a missed night is caught up when the engine starts. */
const sweepOf = ({ taskQueue }: Audit): Schedule => ({
  scheduleId: nightlySweep.schedule,
  spec: { calendars: [{ hour: 3 }], jitter: '10m' },
  action: { type: 'startWorkflow', workflowType: nightlySweep.workflow, taskQueue, args: [] },
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1d' },
});
