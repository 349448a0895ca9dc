/** Chance that repeats itself: the same seed always rolls the same numbers. */
export type Dice = {
  /** From 0 up to, and without, 1. */
  roll: () => number;
  between: (from: number, to: number) => number;
  oneOf: <T>(choices: readonly [T, ...T[]]) => T;
};

/** Mulberry32: 32 bits of state are enough to choose whom to kill. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    roll,
    between: (from, to) => from + roll() * (to - from),
    oneOf: (choices) => choices[Math.floor(roll() * choices.length)] ?? choices[0],
  };
}
