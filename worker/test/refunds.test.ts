import { openSandbox } from '@waybill/temporal-simulator';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createOrdersActivities, createRunActivities } from '../src/index.ts';
import { type PaymentSchedule, simulatePayment } from './simulation/payment.ts';
import { violatedByPayment } from './simulation/payment-invariants.ts';
import type { RefusedCall } from './simulation/payment-refusals.ts';
import { bundled, theWorkflows } from './support/workflow-code.ts';

/** How many schedules, and which: the same seed plays the same ones. */
const count = Number(process.env.WAYBILL_REFUND_SCHEDULES ?? 20);
const seed = Number(process.env.WAYBILL_MODEL_SEED ?? 5);

const nobody = { providers: {}, book: {} } as never;
const sandbox = await openSandbox(
  await bundled(theWorkflows),
  Object.keys({ ...createOrdersActivities(nobody, nobody), ...createRunActivities(nobody) }),
);
afterAll(() => sandbox.close());

/** Often about the time when the payment ends. */
const moment = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 3_000 }));
const schedules: fc.Arbitrary<PaymentSchedule> = fc.record({
  cancellableForMs: fc.constantFrom(null, 200, 2_000),
  cancelledAt: fc.option(moment),
  refunds: fc.array(fc.constantFrom(null, null, 100, 300, 700, 1_000), { minLength: 6, maxLength: 6 }),
  sent: fc.array(fc.record({ at: moment, refund: fc.nat(5) }), { minLength: 1, maxLength: 10 }),
  restarts: fc.array(moment, { maxLength: 2 }),
  absences: fc.array(fc.record({ at: moment, forMs: fc.integer({ min: 1, max: 3_000 }) }), { maxLength: 2 }),
  oblivions: fc.array(moment, { maxLength: 2 }),
  faults: fc.constantFrom(0, 0.1, 0.4),
  refused: fc.oneof(
    { weight: 3, arbitrary: fc.constant<RefusedCall[]>([]) },
    {
      weight: 1,
      arbitrary: fc.subarray<RefusedCall>(['authorize', 'capture', 'release', 'refund'], {
        minLength: 1,
        maxLength: 2,
      }),
    },
  ),
  seed: fc.nat(),
});

test(`a refund is acknowledged if its own key returned money, in ${count} schedules (seed ${seed})`, async () => {
  const holds = fc.asyncProperty(schedules, async (schedule) => {
    const played = await simulatePayment(sandbox, schedule);

    expect(violatedByPayment(played)).toEqual([]);
  });

  await fc.assert(holds, { seed, numRuns: count });
}, 600_000);
