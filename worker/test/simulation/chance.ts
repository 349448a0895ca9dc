import { diceOf } from '@waybill/torture/dice';

export type Chance = ReturnType<typeof chanceOf>;

/** All that a schedule leaves open is decided by one seed: the same seed decides the same. */
export function chanceOf(seed: number) {
  const { roll, oneOf } = diceOf(seed);
  return {
    next: roll,
    oneOf,
    isSo: (share: number): boolean => roll() < share,
    /** Some time within `ms`. */
    within: (ms: number): number => Math.floor(roll() * ms),
    /** How long something takes that takes a moment: so often nothing that much happens at once, in any order. */
    moment: (): number => oneOf([0, 0, 0, 1, 1, 2, 5, 20, 60]),
    /** How long it takes to get from one workflow to another: now and then much else happens before. */
    late: (): number => oneOf([0, 1, 20, 300, 300]),
  };
}
