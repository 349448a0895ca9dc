import { useSyncExternalStore } from 'react';

const key = 'waybill:token';
const listeners = new Set<() => void>();

/** The viewer's token, kept for the lifetime of the tab. */
export const tokenStore = {
  get: (): string | null => sessionStorage.getItem(key),
  set(token: string): void {
    sessionStorage.setItem(key, token);
    tell();
  },
  clear(): void {
    sessionStorage.removeItem(key);
    tell();
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

const tell = () => {
  for (const listener of [...listeners]) listener();
};

export const useToken = () => useSyncExternalStore(tokenStore.subscribe, tokenStore.get);
