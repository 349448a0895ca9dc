import { openSandbox } from '@waybill/temporal-simulator';
import { afterAll, expect, test } from 'vitest';
import { createRunActivities } from '../src/index.ts';
import { noteOf } from './simulation/standing-messages.ts';
import { simulateStandingOrder } from './simulation/standing-order.ts';
import { bundled, theWorkflows } from './support/workflow-code.ts';

const sandbox = await openSandbox(
  await bundled(theWorkflows),
  Object.keys(createRunActivities({ providers: {}, book: {} } as never)),
);
afterAll(() => sandbox.close());

const undisturbed = { times: null, restarts: [], absences: [], jumps: [], faults: 0, seed: 5 };

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
