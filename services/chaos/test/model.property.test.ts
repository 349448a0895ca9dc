import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anOrder } from './an-order.ts';
import { ended, hasEffect, steps, unheardOf } from './model.ts';
import { told } from './model-status.ts';
import { minute, onEveryEngine, type TestProviders } from './test-providers.ts';

const becoming = { outcome: fc.constantFrom(...Object.keys(hasEffect)), key: fc.constantFrom('once', 'twice') };

/** One call: its step, its outcome, and its key. */
const anyCall = fc.record({ step: fc.constantFrom(...Object.keys(steps)), ...becoming });

/** The long proof runs two hundred. */
const stories = process.env.WAYBILL_PROVE === 'on' ? 200 : 4;

const usualWay = ['authorize', 'reserve', 'capture', 'prepare', 'label', 'dispatch'];

/** An order takes the usual path for a while, mostly without faults, and then arbitrary calls. */
const aStory = fc
  .tuple(
    fc.nat({ max: usualWay.length }),
    fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant('success') }, becoming.outcome), {
      minLength: 6,
      maxLength: 6,
    }),
    fc.array(anyCall, { minLength: 1, maxLength: 8 }),
  )
  .map(([far, outcomes, rest]) => [
    ...usualWay.slice(0, far).map((step, n) => ({ step, outcome: outcomes[n] ?? 'success', key: 'usual' })),
    ...rest,
  ]);

onEveryEngine(
  (testProviders) => {
    describe('for arbitrary calls in any order with any outcome', () => {
      test(
        "the providers' state follows the rules, and the books balance",
        async () => {
          await fc.assert(
            fc.asyncProperty(aStory, async (story) => {
              const orderId = anOrder();
              const believed = unheardOf();
              const answered = new Set<string>();
              for (const { step, outcome, key } of story) {
                await live(testProviders(), orderId, { step, outcome, key: `${orderId}:${step}:${key}` });
                const place = `${step}:${key}`;
                if (hasEffect[outcome] && !answered.has(place)) steps[step]?.effect(believed);
                if (hasEffect[outcome] && step !== 'dispatch') answered.add(place);
              }

              const { undone: _undone, labelClosed: _labelClosed, ...visible } = believed;
              expect(await told(testProviders(), orderId)).toEqual(visible);
              expect((await testProviders().audit.whole()).violations).toEqual([]);
            }),
            { numRuns: stories, seed: 4, endOnFailure: false },
          );
        },
        5 * minute,
      );

      test(
        'concurrent calls leave balanced books',
        async () => {
          const orders = Array.from({ length: 6 }, anOrder);
          const everything = orders.flatMap((orderId) =>
            Object.keys(steps).flatMap((step) =>
              ['lost_reply', 'duplicate', 'success'].map((outcome) => ({ orderId, step, outcome })),
            ),
          );

          await Promise.all(
            everything.map(({ orderId, step, outcome }, n) =>
              live(testProviders(), orderId, { step, outcome, key: `${orderId}:${n}` }),
            ),
          );

          expect((await testProviders().audit.whole()).violations).toEqual([]);
        },
        2 * minute,
      );
    });
  },
  { labelTimeMs: 10 },
);

async function live(
  testProviders: TestProviders,
  orderId: string,
  { step, outcome, key }: { step: string; outcome: string; key: string },
) {
  const { operation, call } = steps[step] ?? {};
  if (!operation || !call) throw new Error(`There is no step ${step}`);
  await testProviders.chaos.pin({ orderId, operation, outcomes: [outcome] });
  await call(testProviders, orderId, key).catch(ended);
}
