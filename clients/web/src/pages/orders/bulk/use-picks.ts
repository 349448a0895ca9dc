import { useCallback, useEffect, useState } from 'react';
import type { Verdict } from '../../../order/verdict.ts';
import { useViewer } from '../../../session/viewer.tsx';
import { keepPicks, keptPicks } from './kept-picks.ts';

/** The orders that the viewer has picked, and the verdict of each on what was done to it. */
export function usePicks() {
  const { id: viewer } = useViewer();
  const [picked, setPicked] = useState(() => keptPicks(viewer));
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, Verdict>>(new Map());
  const open = [...picked].filter((id) => !verdicts.get(id)?.accepted); // what is done is not asked for again
  useEffect(() => keepPicks(viewer, open));

  const pick = useCallback((id: string, is: boolean) => {
    setPicked((last) => {
      const next = new Set(last);
      if (is) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  const clear = useCallback(() => {
    setPicked(new Set());
    setVerdicts(new Map());
  }, []);
  const tell = (id: string, verdict: Verdict) => setVerdicts((last) => new Map(last).set(id, verdict));
  return { picked, verdicts, open, pick, clear, tell };
}
