import type { Attributes, Happening, HistoryEvent } from '../history/history.ts';

/** What a parent is told of the last event of its child. */
export function endOfChild(event: HistoryEvent, of: Attributes['childWorkflowExecutionCanceled']): Happening {
  if (event.type === 'workflowExecutionCompleted') {
    const attributes = { ...of, result: event.attributes.result ?? {} };
    return { type: 'childWorkflowExecutionCompleted', attributes };
  }
  if (event.type === 'workflowExecutionFailed')
    return { type: 'childWorkflowExecutionFailed', attributes: { ...of, failure: event.attributes.failure } };
  return { type: 'childWorkflowExecutionCanceled', attributes: of };
}
