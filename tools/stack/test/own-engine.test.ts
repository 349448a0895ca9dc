import { readSettings } from '@waybill/contracts/settings';
import { withOwnEngine } from '@waybill/stack';
import { expect, test } from 'vitest';

test('a stack with its own engine ignores the engine of the environment', () => {
  const env = withOwnEngine({ TEMPORAL_ADDRESS: 'temporal:7233', TEMPORAL_NAMESPACE: 'shop', LOG_LEVEL: 'warn' });

  expect(env).toEqual({ LOG_LEVEL: 'warn' });
  expect(readSettings('worker', env).TEMPORAL_NAMESPACE).toBe('default');
});
