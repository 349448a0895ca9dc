/** Who is called at each change of a value that `useSyncExternalStore` reads. */
export function createListeners() {
  const listeners = new Set<() => void>();
  return {
    get size() {
      return listeners.size;
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    notify(): void {
      for (const listener of [...listeners]) listener();
    },
  };
}
