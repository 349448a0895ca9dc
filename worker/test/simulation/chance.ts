export type Chance = ReturnType<typeof chanceOf>;

/** All that a schedule leaves open is decided by one seed: the same seed decides the same. */
export function chanceOf(seed: number) {
  let state = seed >>> 0;
  /** Mulberry32. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const oneOf = <T>(choices: readonly [T, ...T[]]): T => choices[Math.floor(next() * choices.length)] ?? choices[0];
  return {
    next,
    oneOf,
    isSo: (share: number): boolean => next() < share,
    /** Some time within `ms`. */
    within: (ms: number): number => Math.floor(next() * ms),
    /** How long something takes that takes a moment: so often nothing that much happens at once, in any order. */
    moment: (): number => oneOf([0, 0, 0, 1, 1, 2, 5, 20, 60]),
  };
}
