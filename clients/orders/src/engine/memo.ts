import type { Description, Engine } from './engine.ts';

/** A text in the memo of a workflow; empty if it has none of this name. */
export async function memoText(
  engine: Pick<Engine, 'decoded'>,
  { workflowExecutionInfo }: Description,
  name: 'orderId' | 'runId' | 'fingerprint',
): Promise<string> {
  const payload = workflowExecutionInfo?.memo?.fields?.[name];
  const workflowId = workflowExecutionInfo?.execution?.workflowId;
  return payload ? String(await engine.decoded({ payloads: [payload] }, workflowId)) : '';
}
