/** A value that is kept for the lifetime of the tab, across reloads and sign-ins. */
export function tabStorage<T>(name: string) {
  const key = `waybill:${name}`;
  return {
    get(): T | undefined {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
      } catch {
        return undefined; // written by something else
      }
    },
    set: (value: T): void => sessionStorage.setItem(key, JSON.stringify(value)),
    forget: (): void => sessionStorage.removeItem(key),
  };
}
