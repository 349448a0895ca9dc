import { ScheduleOverlapPolicy } from '@temporalio/client';
import { bookAudit } from '@waybill/contracts/domain';
import { vi } from 'vitest';
import type { System } from './system.ts';

/** Has the schedule audit the books, and says by which workflow. */
export async function auditNow(system: Pick<System, 'client'>): Promise<string> {
  const workflowId = await triggered(system, bookAudit.schedule);
  await system.client.workflow.getHandle(workflowId).result();
  return workflowId;
}

/** Has a schedule do now what it does by its own time, and says by which workflow. */
export async function triggered({ client }: Pick<System, 'client'>, scheduleId: string): Promise<string> {
  const schedule = client.schedule.getHandle(scheduleId);
  const newest = async () => (await schedule.describe()).info.recentActions.at(-1)?.action.workflow; // of ten at most
  const before = await newest();
  await schedule.trigger(ScheduleOverlapPolicy.BUFFER_ONE); // SKIP starts nothing beside another, ALLOW_ALL knows no run before
  const started = async () => {
    const { workflowId, firstExecutionRunId } = (await newest()) ?? notYet();
    return firstExecutionRunId === before?.firstExecutionRunId ? notYet() : workflowId; // two of one second have the same id
  };
  return vi.waitFor(started, { timeout: 20_000 });
}

function notYet(): never {
  throw new Error('The schedule has started nothing');
}
