import type { HistoryEvent } from '../history/history.ts';
import type { Sandbox } from '../sdk/sdk.ts';
import { WorkflowInstance } from './workflow-instance.ts';

/** Replays a whole history. Resolves to the error, if any. */
export async function replay(sandbox: Sandbox, events: readonly HistoryEvent[]): Promise<string | undefined> {
  const { workflow, failed } = await rebuild(sandbox, events);
  await workflow.dispose();
  return failed;
}

/** The workflow at the end of its history, ready for queries. `failed` is the reason where it does not replay. Dispose of the workflow afterwards. */
export async function rebuild(sandbox: Sandbox, events: readonly HistoryEvent[]) {
  const workflow = new WorkflowInstance(sandbox);
  const lastStarted = events.findLast(({ type }) => type === 'workflowTaskStarted');
  const progress = await workflow.take({ events, previousStartedEventId: lastStarted?.id ?? 0 });
  return { workflow, failed: progress.kind === 'failed' ? progress.message : undefined };
}
