import {
  type JournalEntry,
  type OrderEventType,
  type OrderState,
  type OrderStepName,
  progressOf,
} from '@waybill/contracts/domain';

/** To whom a change is attributed: the actor, and the correlation id of the request. */
export type Attribution = { actor: string; correlationId: string };

type EntryFields = { step?: OrderStepName; by?: Attribution | undefined; detail?: Record<string, unknown> };

/** Appends one entry, and makes its number the revision of the state. */
export type Append = (type: OrderEventType, fields?: EntryFields) => void;

/** The numbered entries of one order. Every change of its state ends with an entry, so that a revision identifies one state. */
export function createJournal(state: OrderState): { entries: JournalEntry[]; append: Append } {
  const entries: JournalEntry[] = [];
  return {
    entries,
    append(type, { step, by, detail: given } = {}) {
      const at = now();
      const seq = state.revision + 1;
      const detail = by?.correlationId ? { ...given, correlationId: by.correlationId } : given;
      entries.push({ seq, type, at, actor: by?.actor ?? null, step: step ?? null, detail: detail ?? null });
      state.revision = seq;
      state.progress = progressOf(state);
      state.updatedAt = at;
    },
  };
}

export const now = (): string => new Date().toISOString();
