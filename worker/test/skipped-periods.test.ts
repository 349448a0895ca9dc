import { afterAll, expect, test } from 'vitest';
import { violatedByStandingOrder } from './simulation/standing-invariants.ts';
import { simulateStandingOrder } from './simulation/standing-order.ts';
import { openRunSandbox } from './simulation/standing-sandbox.ts';
import { type StandingSchedule, undisturbed } from './simulation/standing-schedule.ts';

const sandbox = await openRunSandbox();
afterAll(() => sandbox.close());

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
