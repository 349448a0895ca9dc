/** To whom a change is attributed: the actor, and the correlation id of the request. */
export type Attribution = { actor: string; correlationId: string };

type Entry<Type, Step> = {
  seq: number;
  type: Type;
  at: string;
  actor: string | null;
  step: Step | null;
  detail: Record<string, unknown> | null;
};

type EntryFields<Step> = { step?: Step; by?: Attribution | undefined; detail?: Record<string, unknown> };

/** Appends one entry, and makes its number the revision of the state. */
export type Append<Type, Step> = (type: Type, fields?: EntryFields<Step>) => void;

type Journaled = { revision: number; progress: number | null; updatedAt: string };

/**
 * The numbered entries of one order or run, from the first that this execution of its workflow knows. Every change of its
 * state ends with an entry, so that a revision identifies one state.
 */
export function createJournal<Type extends string, Step extends string, State extends Journaled>(
  state: State,
  progressOf: (state: State) => State['progress'],
  entries: Entry<Type, Step>[] = [],
) {
  const append: Append<Type, Step> = (type, { step, by, detail: ownDetail } = {}) => {
    const at = now();
    const seq = state.revision + 1;
    const detail = by?.correlationId ? { ...ownDetail, correlationId: by.correlationId } : ownDetail;
    entries.push({ seq, type, at, actor: by?.actor ?? null, step: step ?? null, detail: detail ?? null });
    state.revision = seq;
    state.progress = progressOf(state);
    state.updatedAt = at;
  };

  return {
    append,
    after: (seq: number): Entry<Type, Step>[] => entries.slice(Math.max(0, seq + 1 - (entries[0]?.seq ?? 1))),
    clear: (): void => void entries.splice(0),
  };
}

export const now = (): string => new Date().toISOString();
