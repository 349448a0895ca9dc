import type { Find } from './lookup.ts';

/** The schema checks the visibility of an order or a run before a command or a subscription: both use one lookup. */
export function createLookupCache<S>(find: Find<S>) {
  const found = new Map<string, S>();
  return {
    find: async (id: string) => {
      const snapshot = await find(id);
      if (snapshot) found.set(id, snapshot);
      return snapshot;
    },
    takeOrFind: async (id: string) => {
      const snapshot = found.get(id) ?? (await find(id));
      found.delete(id);
      return snapshot;
    },
  };
}
