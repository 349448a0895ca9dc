import { PayloadKeyMissing } from '@waybill/orders-client';
import { openLog } from '@waybill/platform';
import { expect, test } from 'vitest';
import { engineLog } from '../src/telemetry/engine-log.ts';

function loggedOf(error: unknown, sdkFields = {}): Record<string, unknown> {
  const lines: string[] = [];
  const log = openLog('worker', 'info', { write: (line) => void lines.push(line) });
  engineLog(log).error('Failed to process Workflow Activation', { runId: 'run-1', ...sdkFields, error });
  return JSON.parse(lines.join(''));
}

test('the log names the payload key that is missing, and the workflow whose payload it is', () => {
  const message = 'WAYBILL_PAYLOAD_KEYS has no key "key-8", which a payload needs';

  expect(loggedOf(new PayloadKeyMissing(message, 'order-ORD-1'))).toMatchObject({
    msg: 'Failed to process Workflow Activation',
    runId: 'run-1',
    workflowId: 'order-ORD-1',
    error: message,
  });
});

test.each([
  ['knows no workflow', undefined],
  ['names the audit that reads it', 'audit-of-the-books-workflow-2026'],
])('a payload without its key is logged with its own workflow, though the SDK %s', (_, workflowId) => {
  expect(loggedOf(new PayloadKeyMissing('no key', 'order-ORD-1'), { workflowId })).toMatchObject({
    workflowId: 'order-ORD-1',
  });
});

test('a payload whose workflow is unknown is logged with the workflow that the SDK names', () => {
  const workflowId = 'order-ORD-1';

  expect(loggedOf(new PayloadKeyMissing('no key', undefined), { workflowId })).toMatchObject({ workflowId });
});

test('of any other error in a workflow the log has the name alone', () => {
  expect(loggedOf(new TypeError('ada@example.com is no number'))).toMatchObject({ error: 'TypeError' });
  expect(loggedOf('ada@example.com')).not.toHaveProperty('error');
});
