import { readSettings } from '@waybill/contracts/settings';
import { withOwnEngine } from '@waybill/stack';
import { expect, test } from 'vitest';

test('a stack with an engine of its own is told nothing of the engine that the environment names', () => {
  const env = withOwnEngine({ TEMPORAL_ADDRESS: 'temporal:7233', TEMPORAL_NAMESPACE: 'shop', LOG_LEVEL: 'warn' });

  expect(env).toEqual({ LOG_LEVEL: 'warn' });
  expect(readSettings('worker', env).TEMPORAL_NAMESPACE).toBe('default');
});
