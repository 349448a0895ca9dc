import { readdir } from 'node:fs/promises';
import { Worker } from '@temporalio/worker';
import { asProto, fromProto, openSandbox, replay } from '@waybill/temporal-simulator';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { violated } from './model/invariants.ts';
import { thenOvertaken, thenShrunk } from './model/schedule.ts';
import { changedLate, extended, stoppedEarly } from './simulation/fixed-schedules.ts';
import { simulatedSchedules } from './simulation/schedule-generator.ts';
import { simulate } from './simulation/simulate.ts';
import { activitiesOf } from './support/calls.ts';
import { histories, historyIn } from './support/recording.ts';
import { bundled, noSinks, theWorkflows } from './support/workflow-code.ts';

/** How many schedules, and which: the same seed plays the same ones. */
const count = Number(process.env.WAYBILL_SIMULATED_SCHEDULES ?? 12);
const seed = Number(process.env.WAYBILL_MODEL_SEED ?? 5);
const few = () => fc.sample(simulatedSchedules, { seed: seed + 1, numRuns: Math.min(40, count / 4) });
const recorded = (await readdir(histories, { recursive: true })).filter((file) => file.endsWith('.json')).sort();

const { orders, shipping } = activitiesOf(new Map(), () => Promise.reject(new Error('There is no order to ask')));
const workflowBundle = await bundled(theWorkflows);
const sandbox = await openSandbox(workflowBundle, [...Object.keys({ ...orders, ...shipping }), 'skipBackOff']);
afterAll(() => sandbox.close());

test(`nothing is lost, doubled or partly compensated in ${count} simulated schedules (seed ${seed})`, async () => {
  const holds = fc.asyncProperty(simulatedSchedules, async (schedule) => {
    const { histories: _, ...played } = await simulate(sandbox, schedule);

    const broken = violated(played, schedule);

    const { effects, failedTasks } = played;
    expect(broken, JSON.stringify({ effects, failedTasks })).toEqual([]);
  });

  await fc.assert(holds, { seed, numRuns: count });
}, 1_200_000);

/** How far one restart is from the next: the long proof restarts after every message. */
const restartsEvery = count < 1_000 ? 16 : 1;

test.each(['changeAddress', 'addItem'] as const)(
  '%s during a shipment has the time of its arrival, whenever the workers restart',
  async (command) => {
    const broken: object[] = [];
    for (let after = 40; after < 120; after += restartsEvery) {
      const schedule = changedLate(command, after);
      const names = violated(await simulate(sandbox, schedule), schedule);
      if (names.length > 0) broken.push({ after, names });
    }

    expect(broken).toEqual([]);
  },
  60_000,
);

test.each(['giveUpStep', 'cancel'] as const)(
  '%s in the moment in which a shipment has started does the same when it is replayed',
  async (command) => {
    const broken: object[] = [];
    for (let seed = count < 1_000 ? 20 : 0; seed < (count < 1_000 ? 25 : 100); seed++) {
      const schedule = stoppedEarly(command, seed);
      const names = violated(await simulate(sandbox, schedule), schedule);
      if (names.length > 0) broken.push({ seed, names });
    }

    expect(broken).toEqual([]);
  },
  120_000,
);

/** With these, the approval comes while the hold grows. */
const overtakingSeeds = [3, 10, 13];

test.each([
  { plan: 'AUTHORIZE_FIRST', call: 'authorize', refusal: 'PAYMENT_DECLINED' },
  { plan: 'RESERVE_FIRST', call: 'reserve', refusal: 'OUT_OF_STOCK' },
] as const)('an order of the plan $plan whose hold is refused to shrink back ends', async ({ plan, call, refusal }) => {
  const grown = thenShrunk(refusal).map((acts) => extended(plan, { [call]: acts }, { isApproved: false, seed: 0 }));
  const overtaken = thenOvertaken(refusal).flatMap((acts) =>
    overtakingSeeds.map((seed) => extended(plan, { [call]: acts }, { isApproved: true, seed })),
  );
  const broken: object[] = [];
  for (const schedule of [...grown, ...overtaken]) {
    const names = violated(await simulate(sandbox, schedule), schedule);
    if (names.length > 0) broken.push({ schedule: JSON.stringify(schedule), names });
  }

  expect(broken).toEqual([]);
});

test('a schedule is deterministic', async () => {
  const schedules = few();

  const once = [];
  for (const schedule of schedules) once.push(await simulate(sandbox, schedule));
  const again = [];
  for (const schedule of schedules) again.push(await simulate(sandbox, schedule));

  expect(again).toEqual(once);
}, 60_000);

test('the simulated core replays what a real engine recorded', async () => {
  const replayed = [];
  for (const file of recorded) replayed.push(await replay(sandbox, fromProto(await historyIn(file))));

  expect(replayed).toEqual(recorded.map(() => undefined));
}, 60_000);

test('the real core replays what is simulated', async () => {
  const simulated = [];
  for (const schedule of few()) simulated.push(...(await simulate(sandbox, schedule)).histories);

  const histories = simulated.map((history, at) => ({ workflowId: `simulated-${at}`, history: asProto(history) }));
  const errors = [];
  for await (const { error } of Worker.runReplayHistories({ workflowBundle, sinks: noSinks }, histories))
    errors.push(error);

  expect(errors).toEqual(simulated.map(() => undefined));
}, 120_000);
