import { ValueError } from '@temporalio/common';
import { PayloadKeyMissing } from '@waybill/orders-client';
import { openLog } from '@waybill/platform';
import { expect, test } from 'vitest';
import { engineLog } from '../src/telemetry/engine-log.ts';

function loggedOf(error: unknown): Record<string, unknown> {
  const lines: string[] = [];
  const log = openLog('worker', 'info', { write: (line) => void lines.push(line) });
  engineLog(log).error('Failed to process Workflow Activation', { runId: 'run-1', error });
  return JSON.parse(lines.join(''));
}

test('the log names the payload key that is missing', () => {
  expect(
    loggedOf(new PayloadKeyMissing('WAYBILL_PAYLOAD_KEYS has no key "key-8", which a payload needs')),
  ).toMatchObject({
    msg: 'Failed to process Workflow Activation',
    runId: 'run-1',
    error: 'WAYBILL_PAYLOAD_KEYS has no key "key-8", which a payload needs',
  });
});

test('the log of a worker without any payload key names the setting', () => {
  expect(loggedOf(new ValueError('Unknown encoding: binary/encrypted'))).toMatchObject({
    error: 'WAYBILL_PAYLOAD_KEYS is not set, and a payload is encrypted',
  });
});

test('of any other error in a workflow the log has the name alone', () => {
  expect(loggedOf(new TypeError('ada@example.com is no number'))).toMatchObject({ error: 'TypeError' });
  expect(loggedOf('ada@example.com')).not.toHaveProperty('error');
});
