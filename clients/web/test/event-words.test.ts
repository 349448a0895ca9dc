import { expect, test } from 'vitest';
import { eventTone, eventWords, workWords } from '../src/engine-history/event-words.ts';

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

test('an event of a compensation is not named as its step', () => {
  expect(workWords({ step: 'RESERVE_INVENTORY', compensation: null })).toBe('Reserve stock');
  expect(workWords({ step: 'RESERVE_INVENTORY', compensation: 'RELEASE_INVENTORY' })).toBe('Release stock');
  expect(workWords({ step: 'CAPTURE_PAYMENT', compensation: 'REFUND_PAYMENT' })).toBe('Refund payment');
});
