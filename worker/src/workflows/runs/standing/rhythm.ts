/** When the periods of a standing order are: beat 0 at `firstAt`, and one more each `everyMs` of elapsed time. */
export type Rhythm = ReturnType<typeof createRhythm>;

export function createRhythm(firstAt: string, everyMs: number) {
  const firstMs = Date.parse(firstAt);
  const timeOf = (beat: number): number => firstMs + beat * everyMs;

  return {
    timeOf,
    at: (beat: number): string => new Date(timeOf(beat)).toISOString(),
    /** The first beat after a moment. */
    after: (nowMs: number): number => Math.max(0, Math.floor((nowMs - firstMs) / everyMs) + 1),
    /** The oldest beat that is late by one period at the most: what was before it is missed. */
    oldestInTime: (nowMs: number): number => Math.max(0, Math.ceil((nowMs - firstMs) / everyMs) - 1),
  };
}
