import { expect } from 'vitest';
import { scenario } from '../support/scenario.ts';

scenario('a greeting greets by name, and the book has all of it', async ({ run }) => {
  const stage = run({ kind: 'GREETING', name: 'Ada' });

  const { outcome, run: greeted } = await stage.plays();

  expect(outcome).toEqual({ status: 'COMPLETED', failure: null });
  expect(greeted).toMatchObject({ greeting: 'Hello, Ada!', progress: 100, about: 'ada', revision: 5 });
  expect(stage.book.journal().map(({ type }) => type)).toEqual([
    'RUN_STARTED',
    'STEP_STARTED',
    'STEP_COMPLETED',
    'STATUS_CHANGED',
    'RUN_CLOSED',
  ]);
});

scenario('a greeting whose book is away waits for it', async ({ run }) => {
  const stage = run({ kind: 'GREETING', name: 'Ada' });
  stage.book.goesAway();
  await stage.starts();
  await stage.until(({ revision }) => revision === 1);

  stage.book.isBack();
  const { outcome } = await stage.ends();

  expect(outcome).toMatchObject({ status: 'COMPLETED' });
});
