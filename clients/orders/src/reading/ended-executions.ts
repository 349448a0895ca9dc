import type { Client } from '@temporalio/client';
import type { Engine } from '../engine/engine.ts';
import { lookMs } from './execution-reader.ts';

/** Ids, and the token of the next page; empty after the last. */
export type IdPage = { ids: string[]; next: string };

const pageSize = 100;

/**
 * Returns a page of the executions of these workflow types that have ended by themselves, and of those that are open if
 * `isOpenToo`. `since`: those that ended earlier are left out; null for all that the engine still has.
 */
export async function pageOfEnded(
  client: Client,
  engine: Engine,
  { types, idPrefix, isOpenToo }: { types: readonly string[]; idPrefix: string; isOpenToo: boolean },
  { after, since }: { after: string; since: string | null },
): Promise<IdPage> {
  const ended = `ExecutionStatus IN ('Completed', 'Failed', 'Canceled')${since === null ? '' : ` AND CloseTime >= '${since}'`}`;
  const which = isOpenToo ? `(ExecutionStatus = 'Running' OR (${ended}))` : ended;
  const query = `WorkflowType IN (${types.map((type) => `'${type}'`).join(', ')}) AND ${which}`;
  const page = { namespace: client.options.namespace, query, pageSize, nextPageToken: Buffer.from(after, 'base64') };
  const { executions, nextPageToken } = await engine.limited({ withinMs: lookMs }, () =>
    client.workflowService.listWorkflowExecutions(page),
  );
  const ids = (executions ?? []).map(({ execution }) => execution?.workflowId ?? '');
  return {
    ids: ids.filter((id) => id.startsWith(idPrefix)).map((id) => id.slice(idPrefix.length)),
    next: Buffer.from(nextPageToken ?? []).toString('base64'),
  };
}
