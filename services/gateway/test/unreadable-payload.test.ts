import { PayloadKeyMissing } from '@waybill/orders-client';
import { openLog } from '@waybill/platform';
import { expect, test } from 'vitest';
import { maskThrown } from '../src/execution/error-masking.ts';

test('an operation that lacks the key of an order is logged with the order and the key, and its caller learns neither', () => {
  const lines: Record<string, unknown>[] = [];
  const log = openLog('gateway', 'info', { write: (line) => void lines.push(JSON.parse(line)) });
  const error = new PayloadKeyMissing('WAYBILL_PAYLOAD_KEYS has no key "key-8", which a payload needs', 'order-ORD-1');

  const shown = maskThrown(error, { correlationId: 'c-1', log });

  expect(lines).toMatchObject([
    { msg: 'an operation failed', workflowId: 'order-ORD-1', error: expect.stringContaining('has no key "key-8"') },
  ]);
  expect(JSON.stringify(shown)).not.toMatch(/ORD-1|key-8/);
});
