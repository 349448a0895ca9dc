const key = 'waybill:dialog';

type Values = Readonly<Record<string, string>>;
type Kept = { of: string; values: Values };

const noValues: Values = {};

function kept(): Kept | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined; // what somebody else wrote there is no draft
  }
}

/** What is typed in the one dialog that is open, kept as long as its tab: a reload or a new sign-in brings it back. */
export const formDraft = {
  get(of: string): Values {
    const draft = kept();
    return draft?.of === of ? draft.values : noValues;
  },
  keep(of: string, form: FormData): void {
    const values: Record<string, string> = { ...formDraft.get(of) };
    for (const [name, value] of form) values[name] = String(value);
    sessionStorage.setItem(key, JSON.stringify({ of, values } satisfies Kept));
  },
  forget: (): void => sessionStorage.removeItem(key),
};
