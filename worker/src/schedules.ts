import { type Client, ScheduleAlreadyRunning, type ScheduleOptions, ScheduleOverlapPolicy } from '@temporalio/client';
import { bookAudit, nightlySweep } from '@waybill/contracts/domain';

type Schedule = ScheduleOptions & { action: { type: 'startWorkflow' } };
type Audit = { everyMs: number; taskQueue: string };

/** Has the engine audit the books, this often, and sweep the services, every night. */
export async function scheduleUpkeep(client: Client, audit: Audit): Promise<void> {
  await schedule(client, auditOf(audit));
  await schedule(client, sweepOf(audit));
}

/** Whatever was set before; one that an operator has paused stays so. */
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

/** At three, UTC; a night that the engine did not see is made up for when it starts. */
const sweepOf = ({ taskQueue }: Audit): Schedule => ({
  scheduleId: nightlySweep.schedule,
  spec: { calendars: [{ hour: 3 }], jitter: '10m' },
  action: { type: 'startWorkflow', workflowType: nightlySweep.workflow, taskQueue, args: [] },
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1d' },
});
