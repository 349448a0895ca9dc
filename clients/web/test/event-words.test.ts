import { expect, test } from 'vitest';
import { eventTone, eventWords } from '../src/engine-history/event-words.ts';

test.each([
  ['WorkflowExecutionStarted', 'Workflow execution started', 'active'],
  ['ActivityTaskTimedOut', 'Activity task timed out', 'bad'],
  ['ChildWorkflowExecutionFailed', 'Child workflow execution failed', 'bad'],
  ['WorkflowExecutionCanceled', 'Workflow execution canceled', 'undo'],
  ['WorkflowExecutionSignaled', 'Workflow execution signaled', 'wait'],
  ['ActivityTaskCompleted', 'Activity task completed', 'good'],
  ['SomethingNewer', 'Something newer', 'calm'],
])('%s of the engine reads "%s", and looks %s', (type, words, tone) => {
  expect([eventWords(type), eventTone(type)]).toEqual([words, tone]);
});
