/** The schedule of a standing order: beat 0 at `firstAt`, and another one every `everyMs` of elapsed time. */
export type Rhythm = ReturnType<typeof createRhythm>;

export function createRhythm(firstAt: string, everyMs: number) {
  const firstMs = Date.parse(firstAt);
  const timeOf = (beat: number): number => firstMs + beat * everyMs;

  return {
    timeOf,
    at: (beat: number): string => new Date(timeOf(beat)).toISOString(),
    /** The first beat after a moment. */
    after: (nowMs: number): number => Math.max(0, Math.floor((nowMs - firstMs) / everyMs) + 1),
    /** The oldest beat that is at most one period late: earlier ones are missed. */
    oldestInTime: (nowMs: number): number => Math.max(0, Math.ceil((nowMs - firstMs) / everyMs) - 1),
  };
}
