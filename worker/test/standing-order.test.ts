import { Worker } from '@temporalio/worker';
import { asProto, contentOf, type HistoryEvent } from '@waybill/temporal-simulator';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { CarriedStandingOrder } from '../src/workflows/runs/standing/generation.ts';
import { violatedByStandingOrder } from './simulation/standing-invariants.ts';
import { simulateStandingOrder } from './simulation/standing-order.ts';
import { openRunSandbox } from './simulation/standing-sandbox.ts';
import { undisturbed as calm, type StandingSchedule } from './simulation/standing-schedule.ts';
import { bundled, noSinks, theWorkflows } from './support/workflow-code.ts';

/** How many schedules, and which: the same seed plays the same ones. */
const count = Number(process.env.WAYBILL_STANDING_SCHEDULES ?? 2);
/** How many periods of one minute one standing order has: 10,000 are a week. */
const periods = Number(process.env.WAYBILL_STANDING_PERIODS ?? 220);
const seed = Number(process.env.WAYBILL_MODEL_SEED ?? 5);

const workflowBundle = await bundled(theWorkflows);
const sandbox = await openRunSandbox();
afterAll(() => sandbox.close());

const undisturbed: StandingSchedule = { ...calm, seed };

/** What an execution got from the one before it. */
function carriedIn([started]: readonly HistoryEvent[]): CarriedStandingOrder {
  if (started?.type !== 'workflowExecutionStarted') throw new Error('A history begins with its start');
  return contentOf({ payloads: started.attributes.input?.payloads?.slice(1) ?? [] });
}

const minutes = 240;
/** Often in the very moment of a period. */
const moment = fc.oneof(fc.integer({ min: 1, max: minutes }), fc.double({ min: 0.1, max: minutes, noNaN: true }));
const schedules: fc.Arbitrary<StandingSchedule> = fc.record({
  times: fc.constantFrom(null, 50, 200),
  stopsAt: fc.constant(minutes + 20),
  commands: fc.array(fc.record({ at: moment, name: fc.constantFrom('pause', 'resume', 'skip') }), { maxLength: 60 }),
  restarts: fc.array(moment, { maxLength: 6 }),
  absences: fc.array(fc.record({ at: moment, forMinutes: fc.integer({ min: 1, max: 30 }) }), { maxLength: 3 }),
  jumps: fc.array(fc.record({ at: moment, byMinutes: fc.constantFrom(-10, -1, 1, 10, 500) }), { maxLength: 3 }),
  faults: fc.constantFrom(0, 0.3),
  taken: fc.constantFrom(0, 0.2),
  seed: fc.nat(),
});

test(`no period is lost or doubled in ${count} simulated schedules (seed ${seed})`, async () => {
  const holds = fc.asyncProperty(schedules, async (schedule) => {
    const played = await simulateStandingOrder(sandbox, schedule);

    expect(violatedByStandingOrder(played)).toEqual([]);
  });

  await fc.assert(holds, { seed, numRuns: count });
}, 600_000);

let many: ReturnType<typeof simulateStandingOrder> | undefined;
/** They are played once, for two tests. */
const manyPeriods = () => (many ??= simulateStandingOrder(sandbox, { ...undisturbed, times: periods }));

test(`${periods} periods each place one order, in histories that stay short and replay`, async () => {
  const played = await manyPeriods();

  expect(violatedByStandingOrder(played)).toEqual([]);
  expect(played.run).toMatchObject({ status: 'COMPLETED', placed: periods, missed: 0, progress: 100 });
  expect(played.placed.size).toBe(periods);
  expect(played.histories.length).toBeGreaterThan(periods / 200);
}, 600_000);

test('an execution hands the newest fifty entries over to the next, and how many the book has', async () => {
  const { histories } = await manyPeriods();

  const handedOver = histories.slice(1).map(carriedIn);

  expect(handedOver.length).toBeGreaterThan(0);
  for (const { entries, state, written } of handedOver) {
    expect(written).toBe(state.revision);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, nth) => written - 49 + nth));
  }
}, 600_000);

test('signals to a standing order while it continues as new are not lost', async () => {
  // Many in each minute: one or another comes in the very moment.
  const commands = Array.from({ length: 400 }, (_, at) => ({
    at: at / 3,
    name: (['pause', 'resume', 'skip'] as const)[at % 3] ?? 'skip',
  }));

  const played = await simulateStandingOrder(sandbox, { ...undisturbed, commands, stopsAt: 200 });

  expect(violatedByStandingOrder(played)).toEqual([]);
  expect(played.told).toHaveLength(401);
  expect(played.run.generation).toBeGreaterThan(1);
}, 600_000);

test('missed periods are recorded in one entry, and the next one is placed', async () => {
  const absences = [{ at: 3.5, forMinutes: 1_000 }];
  const played = await simulateStandingOrder(sandbox, { ...undisturbed, times: 6, absences });

  const missed = played.journal.filter(({ type }) => type === 'MISSED');

  expect(violatedByStandingOrder(played)).toEqual([]);
  expect(played.run).toMatchObject({ placed: 6 });
  expect(missed).toMatchObject([{ detail: { number: 4, count: played.run.missed } }]);
}, 60_000);

test('a standing order of which no order can be placed ends after its times', async () => {
  const played = await simulateStandingOrder(sandbox, { ...undisturbed, times: 3, faults: 1 });

  expect(violatedByStandingOrder(played)).toEqual([]);
  expect(played.run).toMatchObject({ status: 'COMPLETED', placed: 0, refused: 3 });
}, 60_000);

test('a clock that was set back repeats no period', async () => {
  const played = await simulateStandingOrder(sandbox, {
    ...undisturbed,
    jumps: [{ at: 40, byMinutes: -60 }],
    commands: [100, 110, 120, 130, 140, 150].flatMap((at) => [
      { at, name: 'pause' as const },
      { at: at + 1, name: 'resume' as const },
    ]),
    stopsAt: 300,
  });

  expect(violatedByStandingOrder(played)).toEqual([]);
  expect(played.run.generation).toBeGreaterThan(0);
  expect(played.run.placed).toBeGreaterThan(100);
}, 60_000);

test('the real core replays what is simulated of a standing order', async () => {
  const { histories } = await simulateStandingOrder(sandbox, { ...undisturbed, times: 150, faults: 0.3 });

  const simulated = histories.map((history, at) => ({ workflowId: `standing-${at}`, history: asProto(history) }));
  const errors = [];
  for await (const { error } of Worker.runReplayHistories({ workflowBundle, sinks: noSinks }, simulated))
    errors.push(error);

  expect(errors).toEqual(simulated.map(() => undefined));
}, 120_000);
