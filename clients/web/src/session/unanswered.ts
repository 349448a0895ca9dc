import { keptValue } from './kept-value.ts';

const kept = keptValue<{ of: string; id: string }>('unanswered');

/** The id under which the same command was sent before without an answer, in this tab; else a new one. */
export function commandIdOf(command: unknown): string {
  const of = JSON.stringify(command);
  const last = kept.get();
  if (last?.of === of) return last.id;
  const id = crypto.randomUUID();
  kept.set({ of, id });
  return id;
}

export const forgetUnanswered = kept.forget;
