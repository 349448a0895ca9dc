import { expect } from 'vitest';
import { scenario } from './support/scenario.ts';
import { hangs } from './support/script.ts';

scenario('an order that exceeds the time limit of its deployment is compensated', async ({ shop }) => {
  const store = shop({ limitMs: 300 });
  store.script.scripts('authorize', hangs);

  const { order, outcome } = await store.fulfills();

  expect(order).toMatchObject({ status: 'FAILED', failure: { code: 'DEADLINE_EXCEEDED' } });
  expect(outcome).toEqual({ workflowFailed: 'The order took too long' });
});
