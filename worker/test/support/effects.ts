import { Refused } from '@waybill/http-client';

export type Undone = { effect: 'DONE' | 'NOTHING_TO_DO' };
export type Effects = ReturnType<typeof effectsOf>;

/** What providers did for one order, in order. An effect happens once, and not at all once its undo was there. */
export function effectsOf() {
  const journal: string[] = [];
  const happened = new Set<string>();
  const closed = new Map<string, Undone>();
  return {
    journal,
    has: (effect: string) => happened.has(effect),

    /** Does it once for a key; refuses when its undo was there first. */
    happen(effect: string, key = effect): void {
      if (closed.has(effect)) throw new Refused('ORDER_UNDONE', `${effect} comes after its undo`);
      if (!happened.has(key)) journal.push(effect);
      happened.add(effect).add(key);
    },

    /** Takes an effect back once, closes the door, and answers alike ever after. What was used up can no longer be taken back. */
    undo(effect: string, name: string, usedUp = false): Undone {
      const known = closed.get(effect);
      if (known) return known;
      const there = happened.has(effect) && !usedUp;
      journal.push(there ? name : `${name}: nothing to do`);
      const undone: Undone = { effect: there ? 'DONE' : 'NOTHING_TO_DO' };
      closed.set(effect, undone);
      return undone;
    },
  };
}
