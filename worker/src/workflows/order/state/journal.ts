import {
  type JournalEntry,
  type OrderEventType,
  type OrderState,
  type OrderStepName,
  progressOf,
} from '@waybill/contracts/words';

/** On whose word something happens: who said it, and the correlation id of the request. */
export type Word = { actor: string; correlationId: string };

type Occasion = { step?: OrderStepName; by?: Word | undefined; detail?: Record<string, unknown> };

/** Writes one entry, and makes its number the revision of the state. */
export type Write = (type: OrderEventType, occasion?: Occasion) => void;

/** The numbered events of one order. Every change of its state is followed by an entry, so a revision misses nothing, and progress neither. */
export function journalOf(state: OrderState): { entries: JournalEntry[]; write: Write } {
  const entries: JournalEntry[] = [];
  return {
    entries,
    write(type, { step, by, detail: told } = {}) {
      const at = now();
      const seq = state.revision + 1;
      const detail = by?.correlationId ? { ...told, correlationId: by.correlationId } : told;
      entries.push({ seq, type, at, actor: by?.actor ?? null, step: step ?? null, detail: detail ?? null });
      state.revision = seq;
      state.progress = progressOf(state);
      state.updatedAt = at;
    },
  };
}

export const now = (): string => new Date().toISOString();
