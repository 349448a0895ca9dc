import { type Client, ServiceError, type WorkflowExecutionInfo } from '@temporalio/client';
import { bookAudit } from '@waybill/contracts/domain';
import { z } from 'zod';
import type { AuditFindings } from '../activities/book-audit.ts';
import { findingsOf } from '../workflows/maintenance/findings.ts';

type Engine = Pick<Client, 'workflow' | 'schedule'>;
type Warn = (message: string, fields?: { error: unknown }) => void;

/** What is known of the last audit: when it ended, and what it found, unless that cannot be read. */
export type LastAudit = { endedAt: Date; found?: AuditFindings | undefined };

const completed = `WorkflowType = '${bookAudit.workflow}' AND ExecutionStatus = 'Completed'`;
const deadlineMs = 10_000;

/** Exports what the engine knows of the last audit. Ends within a deadline: nothing else has to wait for it. */
export async function restoreLastAudit(
  client: Engine & Pick<Client, 'withDeadline'>,
  metrics: { restore: (last: LastAudit) => void },
  warn: Warn,
  now = Date.now,
): Promise<void> {
  const last = await client.withDeadline(now() + deadlineMs, () => lastAudit(client, warn));
  if (last) metrics.restore(last);
}

/**
 * Returns the last audit of the books by the engine, which knows it across restarts of all workers; before the first
 * one, since when it has been scheduled. Undefined if the engine does not say: a worker works without it.
 */
export async function lastAudit(client: Engine, warn: Warn): Promise<LastAudit | undefined> {
  try {
    for await (const audit of client.workflow.list({ query: completed, pageSize: 1 }))
      if (audit.closeTime) return { endedAt: audit.closeTime, found: await foundBy(client, audit, warn) };
    return { endedAt: (await client.schedule.getHandle(bookAudit.schedule).describe()).info.createdAt };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    warn(`the engine does not say when the last audit of the books ended: ${error.message}`);
    return undefined;
  }
}

const list = z.array(z.unknown());
const compared = z.object({ different: list });

/** The result of an audit, as far as it is counted. */
const Result = z.object({
  mended: list,
  lost: list,
  recovered: list,
  unanswered: list,
  stuck: list,
  refused: list,
  effects: z.object({ orders: compared, runs: compared }),
});

/** A result may be encrypted with a key that is missing, be of an earlier version, or have been deleted since. */
async function foundBy(
  { workflow }: Engine,
  { workflowId, runId }: Pick<WorkflowExecutionInfo, 'workflowId' | 'runId'>,
  warn: Warn,
): Promise<AuditFindings | undefined> {
  try {
    return findingsOf(Result.parse(await workflow.getHandle(workflowId, runId).result()));
  } catch (error) {
    warn('the findings of the last audit of the books cannot be read', { error });
    return undefined;
  }
}
