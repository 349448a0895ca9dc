import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anOrder } from './an-order.ts';
import { ended, hasEffect, steps, unheardOf } from './model.ts';
import { told } from './model-status.ts';
import { minute, onEveryEngine, type World } from './world.ts';

const becoming = { outcome: fc.constantFrom(...Object.keys(hasEffect)), key: fc.constantFrom('once', 'twice') };

/** One call: which step, what becomes of it, and under which key it is made. */
const anyCall = fc.record({ step: fc.constantFrom(...Object.keys(steps)), ...becoming });

/** Of the long proof there are two hundred. */
const stories = process.env.WAYBILL_PROVE === 'on' ? 200 : 8;

const usualWay = ['authorize', 'reserve', 'capture', 'prepare', 'label', 'dispatch'];

/** An order goes the usual way for a while, mostly without a fault, and then anything may be called. */
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
  (world) => {
    describe('whatever is called, in whatever order, and whatever becomes of it', () => {
      test(
        'the providers believe what the rules say, and the books balance',
        async () => {
          await fc.assert(
            fc.asyncProperty(aStory, async (story) => {
              const orderId = anOrder();
              const believed = unheardOf();
              const answered = new Set<string>();
              for (const { step, outcome, key } of story) {
                await live(world(), orderId, { step, outcome, key: `${orderId}:${step}:${key}` });
                const place = `${step}:${key}`;
                if (hasEffect[outcome] && !answered.has(place)) steps[step]?.effect(believed);
                if (hasEffect[outcome] && step !== 'dispatch') answered.add(place);
              }

              const { undone: _undone, labelClosed: _labelClosed, ...visible } = believed;
              expect(await told(world(), orderId)).toEqual(visible);
              expect((await world().audit.whole()).violations).toEqual([]);
            }),
            { numRuns: stories, seed: 4, endOnFailure: false },
          );
        },
        5 * minute,
      );

      test(
        'many at once leave balanced books',
        async () => {
          const orders = Array.from({ length: 6 }, anOrder);
          const everything = orders.flatMap((orderId) =>
            Object.keys(steps).flatMap((step) =>
              ['lost_reply', 'duplicate', 'success'].map((outcome) => ({ orderId, step, outcome })),
            ),
          );

          await Promise.all(
            everything.map(({ orderId, step, outcome }, n) =>
              live(world(), orderId, { step, outcome, key: `${orderId}:${n}` }),
            ),
          );

          expect((await world().audit.whole()).violations).toEqual([]);
        },
        2 * minute,
      );
    });
  },
  { labelTimeMs: 10 },
);

async function live(
  world: World,
  orderId: string,
  { step, outcome, key }: { step: string; outcome: string; key: string },
) {
  const { operation, call } = steps[step] ?? {};
  if (!operation || !call) throw new Error(`There is no step ${step}`);
  await world.chaos.pin({ orderId, operation, outcomes: [outcome] });
  await call(world, orderId, key).catch(ended);
}
