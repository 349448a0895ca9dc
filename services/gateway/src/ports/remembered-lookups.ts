import type { Find } from './lookup.ts';

/** The schema authorizes an order or a run before it sends a command or follows it: one lookup serves both. */
export function rememberLookups<S>(find: Find<S>) {
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
