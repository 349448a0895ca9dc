import type { CommandName, FulfillmentPlan } from '@waybill/contracts/domain';
import type { Schedule } from '../model/schedule.ts';
import type { SimulatedSchedule } from './schedule-generator.ts';

const undisturbed = {
  plan: 'AUTHORIZE_FIRST',
  requiresApproval: false,
  script: {},
  interruptions: [],
  isWatched: false,
} satisfies Partial<SimulatedSchedule>;

/** An order that gets one command while its package is prepared, and two while it is labeled. */
export const changedLate = (command: CommandName, after: number): SimulatedSchedule => ({
  ...undisturbed,
  script: { prepare: ['fails', 'works'], label: ['fails', 'works'] },
  said: (['prepare', 'label', 'label'] as const).map((at, id) => ({ at, command, id: id + 1 })),
  interruptions: [{ after, what: 'the workers restart' }],
  seed: 12,
});

/** An order that is stopped in the moment in which its shipment has started, and asks its first question. */
export const stoppedEarly = (command: CommandName, seed: number): SimulatedSchedule => ({
  ...undisturbed,
  isWatched: true,
  seed,
  said: [
    { at: 'capture', command: 'retryNow', id: 6 },
    { at: 'prepare', command, id: 5 },
  ],
});

/** An order that gets an item while a person is asked; what then becomes of its hold is in the script. */
export const extended = (
  plan: FulfillmentPlan,
  script: Schedule['script'],
  { isApproved, seed }: { isApproved: boolean; seed: number },
): SimulatedSchedule => ({
  ...undisturbed,
  plan,
  requiresApproval: true,
  script,
  said: [
    { at: 'asked', command: 'addItem', id: 1 },
    ...(isApproved ? [{ at: 'asked', command: 'approve', id: 9 } as const] : []),
  ],
  seed,
});
