import type { Chance } from './chance.ts';

type Entry = { atMs: number; tie: number; run: () => void | Promise<void> };
export type EventQueue = ReturnType<typeof createEventQueue>;

/** More events than any order that ends has. */
const usuallyAtMost = 5_000;

/** Future events in virtual time. Events of the same moment run in random order. */
export function createEventQueue(chance: Chance, tooMany = usuallyAtMost) {
  const entries = new Set<Entry>();
  let nowMs = Date.parse('2026-01-02T03:04:05.000Z');
  let happened = 0;

  const next = (): Entry | undefined => {
    let first: Entry | undefined;
    for (const entry of entries)
      if (!first || entry.atMs < first.atMs || (entry.atMs === first.atMs && entry.tie < first.tie)) first = entry;
    return first;
  };

  return {
    now: () => nowMs,

    /** Answers with how to take it off again. */
    in(ms: number, run: Entry['run']): () => void {
      const entry = { atMs: nowMs + ms, tie: chance.next(), run };
      entries.add(entry);
      return () => void entries.delete(entry);
    },

    /** Runs events until the schedule is over or none is left; `between` receives their count. */
    async untilOver(isOver: () => boolean, between: (happened: number) => void | Promise<void>): Promise<void> {
      for (let entry = next(); entry && !isOver(); entry = next()) {
        entries.delete(entry);
        nowMs = entry.atMs;
        await entry.run();
        await between(++happened);
        if (happened > tooMany) throw new Error(`The simulation has not ended after ${tooMany} events`);
      }
    },
  };
}
