import { useEffect } from 'react';

/** Repeats an action while the page is visible. */
export function useInterval(act: () => void, everyMs: number): void {
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && act(), everyMs);
    return () => clearInterval(timer);
  }, [act, everyMs]);
}
