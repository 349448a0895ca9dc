import { useSyncExternalStore } from 'react';
import { createListeners } from '../data/listeners.ts';

const key = 'waybill:token';
const listeners = createListeners();

/** The viewer's token, kept for the lifetime of the tab. */
export const tokenStore = {
  get: (): string | null => sessionStorage.getItem(key),
  set(token: string): void {
    sessionStorage.setItem(key, token);
    listeners.notify();
  },
  clear(): void {
    sessionStorage.removeItem(key);
    listeners.notify();
  },
  subscribe: listeners.subscribe,
};

export const useToken = () => useSyncExternalStore(tokenStore.subscribe, tokenStore.get);
