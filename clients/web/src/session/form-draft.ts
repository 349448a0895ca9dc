import { tabStorage } from './tab-storage.ts';

type Values = Readonly<Record<string, string>>;

const kept = tabStorage<{ of: string; values: Values }>('dialog');
const noValues: Values = {};

/** The input of the open dialog, kept for the lifetime of the tab: a reload or a new sign-in restores it. */
export const formDraft = {
  get(of: string): Values {
    const draft = kept.get();
    return draft?.of === of ? draft.values : noValues;
  },
  keep(of: string, form: FormData): void {
    const values: Record<string, string> = { ...formDraft.get(of) };
    for (const [name, value] of form) values[name] = String(value);
    kept.set({ of, values });
  },
  forget: kept.forget,
};
