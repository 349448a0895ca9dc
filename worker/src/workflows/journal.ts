import {
  type JournalEntry,
  type OrderEventType,
  type OrderState,
  type OrderStepName,
  progressOf,
} from '@waybill/contracts/words';

type Occasion = { step?: OrderStepName; actor?: string; detail?: Record<string, unknown> };

/** Writes one entry, and makes its number the revision of the state. */
export type Write = (type: OrderEventType, occasion?: Occasion) => void;

/** The numbered events of one order. Every change of its state is followed by an entry, so a revision misses nothing, and progress neither. */
export function journalOf(state: OrderState): { entries: JournalEntry[]; write: Write } {
  const entries: JournalEntry[] = [];
  return {
    entries,
    write(type, { step, actor, detail } = {}) {
      const at = now();
      const seq = state.revision + 1;
      entries.push({ seq, type, at, actor: actor ?? null, step: step ?? null, detail: detail ?? null });
      state.revision = seq;
      state.progress = progressOf(state);
      state.updatedAt = at;
    },
  };
}

export const now = (): string => new Date().toISOString();
