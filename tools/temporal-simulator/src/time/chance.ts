import { createRandom } from '@waybill/random';

export type Chance = ReturnType<typeof createChance>;

/** The random decisions of a schedule; the same seed gives the same decisions. */
export function createChance(seed: number) {
  const { next, oneOf } = createRandom(seed);
  return {
    next: next,
    oneOf,
    isSo: (share: number): boolean => next() < share,
    /** Some time within `ms`. */
    within: (ms: number): number => Math.floor(next() * ms),
    /** How long something takes that takes a moment: so often nothing that much happens at once, in any order. */
    moment: (): number => oneOf([0, 0, 0, 1, 1, 2, 5, 20, 60]),
    /** How long it takes to get from one workflow to another: now and then much else happens before. */
    late: (): number => oneOf([0, 1, 20, 300, 300]),
  };
}
