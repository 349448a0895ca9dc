import { ScheduleOverlapPolicy } from '@temporalio/client';
import { bookAudit } from '@waybill/contracts/domain';
import { vi } from 'vitest';
import type { System } from './system.ts';

/** Has the schedule audit the books, and says by which workflow. */
export async function auditNow({ client }: Pick<System, 'client'>): Promise<string> {
  const schedule = client.schedule.getHandle(bookAudit.schedule);
  const before = (await schedule.describe()).info.recentActions.length;
  await schedule.trigger(ScheduleOverlapPolicy.SKIP); // as by its own time, else it is told nothing of the one before
  const { action } = await vi.waitFor(async () => (await schedule.describe()).info.recentActions[before] ?? notYet(), {
    timeout: 20_000,
  });
  await client.workflow.getHandle(action.workflow.workflowId).result();
  return action.workflow.workflowId;
}

function notYet(): never {
  throw new Error('The schedule has started no audit');
}
