import { useSyncExternalStore } from 'react';
import { createListeners } from '../data/listeners.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';
export type Preferences = { theme: Theme; density: Density; zone: string };

const key = 'waybill:preferences';
const listeners = createListeners();
const defaults: Preferences = {
  theme: 'system',
  density: 'comfortable',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
};

let preferences = { ...defaults, ...kept() };

function kept(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}');
  } catch {
    return {}; // the stored value is not a preference
  }
}

/** Sets theme and density on the document element, where the design tokens read them. */
export function applyPreferences(): void {
  const { dataset } = document.documentElement;
  dataset.theme = preferences.theme;
  dataset.density = preferences.density;
}

export function setPreferences(change: Partial<Preferences>): void {
  preferences = { ...preferences, ...change };
  localStorage.setItem(key, JSON.stringify(preferences));
  applyPreferences();
  listeners.notify();
}

export const usePreferences = (): Preferences => useSyncExternalStore(listeners.subscribe, () => preferences);
