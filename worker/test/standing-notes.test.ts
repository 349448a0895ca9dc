import { afterAll, expect, test } from 'vitest';
import { noteOf } from './simulation/standing-messages.ts';
import { simulateStandingOrder } from './simulation/standing-order.ts';
import { openRunSandbox } from './simulation/standing-sandbox.ts';
import { undisturbed } from './simulation/standing-schedule.ts';

const sandbox = await openRunSandbox();
afterAll(() => sandbox.close());

test('the journal keeps the note of each command to a standing order, also of the one that stops it', async () => {
  const played = await simulateStandingOrder(sandbox, {
    ...undisturbed,
    stopsAt: 9.5,
    commands: [
      { at: 2.5, name: 'pause' },
      { at: 4.5, name: 'resume' },
      { at: 6.5, name: 'skip' },
    ],
  });

  const noted = played.journal.flatMap(({ actor, detail }) => (detail?.note ? [[actor, detail.note]] : []));
  expect(noted).toEqual((['pause', 'resume', 'skip', 'stop'] as const).map((name) => ['maria', noteOf(name)]));
});

test('an order that is stopped while it is paused is paused by nobody any more', async () => {
  const played = await simulateStandingOrder(sandbox, {
    ...undisturbed,
    stopsAt: 4.5,
    commands: [{ at: 2.5, name: 'pause' }],
  });

  expect(played.run).toMatchObject({ status: 'COMPLETED', pausedBy: null });
});
