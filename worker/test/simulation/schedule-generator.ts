import fc from 'fast-check';
import { type Schedule, schedules } from '../model/schedule.ts';

/** What comes from outside of the order and its people, and when: after so many happenings. */
export type Interruption = { after: number; what: 'the workers restart' | 'the book goes away' | 'someone asks' };

/** A schedule, and all that an engine would have decided: who is interrupted when, and the seed of every other chance. */
export type SimulatedSchedule = Schedule & {
  interruptions: Interruption[];
  /** Most workflow tasks come with a query, as where someone watches. */
  isWatched: boolean;
  seed: number;
};

const interruption = fc.record<Interruption>({
  after: fc.nat({ max: 150 }),
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Interruption['what']>('the workers restart') },
    { weight: 4, arbitrary: fc.constant<Interruption['what']>('someone asks') },
    { weight: 1, arbitrary: fc.constant<Interruption['what']>('the book goes away') },
  ),
});

/** One order in ten has little time. Not where a task may be lost, which can leave in the book what then comes otherwise. */
const limitMs = fc.oneof(
  { weight: 9, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3_000 }) },
);

export const isRestarted = ({ interruptions }: Pick<SimulatedSchedule, 'interruptions'>) =>
  interruptions.some(({ what }) => what === 'the workers restart');

export const simulatedSchedules: fc.Arbitrary<SimulatedSchedule> = fc
  .record({
    schedule: schedules,
    interruptions: fc.array(interruption, { maxLength: 6 }),
    isWatched: fc.boolean(),
    seed: fc.nat(),
    limitMs,
  })
  .map(({ schedule, limitMs: limit, ...chance }) => ({
    ...schedule,
    ...chance,
    ...(limit === undefined || isRestarted(chance) ? {} : { limitMs: limit }),
  }));
