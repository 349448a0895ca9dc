import { expect } from 'vitest';
import { scenario } from '../support/scenario.ts';
import { fails, hangs, losesItsReply, refuses, works } from '../support/script.ts';
import { patient } from '../support/test-run.ts';
import { workerIsKilled } from '../support/worker-kills.ts';

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

const patience = { GREET: patient };

scenario('a greeting whose reply is lost is composed again', async ({ run }) => {
  const stage = run({ kind: 'GREETING', name: 'Ada' }, { patience });
  stage.script.scripts('greet', losesItsReply, works);

  const { outcome, run: greeted } = await stage.plays();

  expect(outcome).toMatchObject({ status: 'COMPLETED' });
  expect(greeted).toMatchObject({ greeting: 'Hello, Ada!', steps: [{ status: 'COMPLETED', attempt: 2 }] });
});

scenario.for([[fails], [refuses('ORDER_UNDONE')]] as const)(
  'a greeting that cannot be composed (%o) has failed',
  async ([turn], { run }) => {
    const stage = run({ kind: 'GREETING', name: 'Ada' }, { patience });
    stage.script.scripts('greet', turn);

    const { run: failed } = await stage.plays();

    expect(failed).toMatchObject({ status: 'FAILED', greeting: null, steps: [{ status: 'FAILED' }] });
  },
);

scenario('a greeting goes on where its worker was killed', async ({ run, workers }) => {
  const stage = run({ kind: 'GREETING', name: 'Ada' }, { patience });
  stage.script.scripts('greet', hangs, works);
  await stage.starts();

  await workerIsKilled(workers, [stage, 'greet']);
  const { outcome, run: greeted } = await stage.ends();

  expect(outcome).toEqual({ status: 'COMPLETED', failure: null });
  expect(greeted).toMatchObject({ greeting: 'Hello, Ada!' });
});

scenario('a greeting that no worker takes is cancelled, and greets nobody', async ({ run, workers }) => {
  const stage = run({ kind: 'GREETING', name: 'Ada' });
  stage.book.goesAway();
  await stage.starts();
  await stage.until(({ revision }) => revision === 1);
  await workers.workersLeave();

  await stage.tells('cancel');
  stage.book.isBack();
  await workers.workersCome();
  const { outcome, run: cancelled } = await stage.ends();

  expect(outcome).toMatchObject({ status: 'CANCELLED' });
  expect(cancelled).toMatchObject({ greeting: null, endedBy: 'maria' });
  expect(stage.script.calls).toEqual([]);
});

scenario(
  'a greeting that is cancelled in the middle of its call greets nobody, and says who cancelled it',
  async ({ run }) => {
    const stage = run({ kind: 'GREETING', name: 'Ada' }, { patience });
    stage.script.scripts('greet', hangs, works);
    await stage.starts();
    await stage.untilCalled('greet');

    await stage.tells('cancel');
    const { outcome, run: cancelled } = await stage.ends();

    expect(outcome).toMatchObject({ status: 'CANCELLED' });
    expect(cancelled).toMatchObject({ greeting: null, endedBy: 'maria', steps: [{ status: 'CANCELLED' }] });
    expect(stage.script.calls).toEqual(['greet']);
  },
);
