import { openSandbox } from '@waybill/temporal-simulator';
import { afterAll, expect, test } from 'vitest';
import { createRunActivities } from '../src/index.ts';
import { violatedByStandingOrder } from './simulation/standing-invariants.ts';
import { simulateStandingOrder } from './simulation/standing-order.ts';
import type { StandingSchedule } from './simulation/standing-schedule.ts';
import { bundled, theWorkflows } from './support/workflow-code.ts';

const sandbox = await openSandbox(
  await bundled(theWorkflows),
  Object.keys(createRunActivities({ providers: {}, book: {} } as never)),
);
afterAll(() => sandbox.close());

const undisturbed: StandingSchedule = {
  times: null,
  stopsAt: null,
  commands: [],
  restarts: [],
  absences: [],
  jumps: [],
  faults: 0,
  seed: 5,
};

const five = Array<string>(5).fill('PLACED');

test.each([
  ['continues after its time', 8.5, ['PLACED', 'PLACED', 'PLACED', 'SKIPPED', ...five]],
  ['continues before its time', 5.8, [...five, 'SKIPPED', ...five]],
  ['is stopped while it is paused', 99, ['SKIPPED', ...five]],
])('a period that was skipped before a pause is told once where the order %s', async (_, resumesAt, newestFirst) => {
  const commands: StandingSchedule['commands'] = [
    { at: 5.2, name: 'skip' },
    { at: 5.5, name: 'pause' },
    { at: resumesAt, name: 'resume' },
  ];

  const played = await simulateStandingOrder(sandbox, { ...undisturbed, commands, stopsAt: 11.5 });

  expect(violatedByStandingOrder(played)).toEqual([]);
  expect(played.run.skipped).toBe(1);
  expect(played.run.placements.map(({ outcome }) => outcome)).toEqual(newestFirst);
});
