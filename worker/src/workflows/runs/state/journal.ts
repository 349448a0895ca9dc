import {
  type RunEntry,
  type RunEventType,
  type RunState,
  type RunStepName,
  runProgressOf,
} from '@waybill/contracts/domain';
import { type Attribution, now } from '../../order/state/journal.ts';

type EntryFields = { step?: RunStepName; by?: Attribution | undefined; detail?: Record<string, unknown> };

/** Appends one entry, and makes its number the revision of the state. */
export type Append = (type: RunEventType, fields?: EntryFields) => void;

/** The numbered entries of one run, from the first that this execution of its workflow knows. */
export function createRunJournal(state: RunState, entries: RunEntry[]): Append {
  return (type, { step, by, detail: given } = {}) => {
    const at = now();
    const seq = state.revision + 1;
    const detail = by?.correlationId ? { ...given, correlationId: by.correlationId } : given;
    entries.push({ seq, type, at, actor: by?.actor ?? null, step: step ?? null, detail: detail ?? null });
    state.revision = seq;
    state.progress = runProgressOf(state);
    state.updatedAt = at;
  };
}
