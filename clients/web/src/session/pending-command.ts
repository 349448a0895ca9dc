import { tabStorage } from './tab-storage.ts';

const kept = tabStorage<{ of: string; id: string }>('unanswered');

/** The id of the same command if this tab sent it before without a response; otherwise a new id. */
export function commandIdOf(command: unknown): string {
  const of = JSON.stringify(command);
  const last = kept.get();
  if (last?.of === of) return last.id;
  const id = crypto.randomUUID();
  kept.set({ of, id });
  return id;
}

export const forgetPendingCommand = kept.forget;
