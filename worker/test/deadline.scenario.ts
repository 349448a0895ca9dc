import { expect } from 'vitest';
import { scenario } from './support/scenario.ts';
import { hangs } from './support/script.ts';

scenario('an order that takes longer than its deployment lets orders take is undone', async ({ shop }) => {
  const store = shop({ limitMs: 300 });
  store.script.scripts('authorize', hangs);

  const { order, outcome } = await store.fulfills();

  expect(order).toMatchObject({ status: 'FAILED', failure: { code: 'DEADLINE_EXCEEDED' } });
  expect(outcome).toEqual({ workflowFailed: 'The order took too long' });
});
