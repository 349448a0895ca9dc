/** Pseudo-random numbers: the same seed always gives the same sequence. */
export type Random = {
  /** From 0 up to, and without, 1. */
  next: () => number;
  between: (from: number, to: number) => number;
  oneOf: <T>(choices: readonly [T, ...T[]]) => T;
};

/** Mulberry32: 32 bits of state are enough to choose what a test does. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (from, to) => from + next() * (to - from),
    oneOf: (choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
  };
}
