import type { Client } from '@temporalio/client';
import { type ReplayWorkerOptions, Worker } from '@temporalio/worker';

/** The most workflows that are replayed: the newest of the open ones. */
const most = 2_000;

/** A replay writes nothing to the order book. */
const ignored = { fn: () => undefined };
const sinks = { orderBook: { tell: ignored, tellRun: ignored } };

/** Replays the histories of open workflows, and returns the ids of those that do not replay. */
export async function replayOpen(
  client: Client,
  options: Pick<ReplayWorkerOptions, 'workflowBundle' | 'dataConverter'>,
): Promise<{ replayed: number; failed: string[] }> {
  const open = client.workflow.list({ query: "ExecutionStatus = 'Running'", pageSize: 100 });
  const failed: string[] = [];
  let replayed = 0;
  const histories = async function* () {
    for await (const { workflowId, runId } of open) {
      if (replayed >= most) return;
      replayed += 1;
      yield { workflowId, history: await client.workflow.getHandle(workflowId, runId).fetchHistory() };
    }
  };
  for await (const { workflowId, error } of Worker.runReplayHistories({ ...options, sinks }, histories()))
    if (error) failed.push(workflowId);
  return { replayed, failed };
}
