import { tabStorage } from '../../../session/tab-storage.ts';

const kept = tabStorage<{ of: string; ids: readonly string[] }>('picked');

/** The selection of this tab, which survives a reload, a new sign-in and a visit to an order. */
export function storedSelection(viewer: string): ReadonlySet<string> {
  const last = kept.get();
  return new Set(last?.of === viewer ? last.ids : []);
}

export function storeSelection(viewer: string, ids: readonly string[]): void {
  if (ids.length > 0) kept.set({ of: viewer, ids });
  else kept.forget();
}
