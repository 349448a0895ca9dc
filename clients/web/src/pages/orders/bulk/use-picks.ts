import { useCallback, useEffect, useState } from 'react';
import type { Verdict } from '../../../order/verdict.ts';
import { useReturn } from '../../../session/use-return.ts';
import { useViewer } from '../../../session/viewer.tsx';
import { storedSelection, storeSelection } from './selection-storage.ts';

/** The orders that the viewer has selected, with the verdict of each. */
export function usePicks() {
  const { id: viewer } = useViewer();
  const [picked, setPicked] = useState(() => storedSelection(viewer));
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, Verdict>>(new Map());
  const open = [...picked].filter((id) => !verdicts.get(id)?.accepted); // a command that was accepted is not sent again
  useEffect(() => storeSelection(viewer, open));

  const pick = useCallback((id: string, is: boolean) => {
    setPicked((last) => {
      const next = new Set(last);
      if (is) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  useReturn(() => setVerdicts((last) => new Map([...last].filter(([, { accepted }]) => accepted))));
  const clear = useCallback(() => {
    setPicked(new Set());
    setVerdicts(new Map());
  }, []);
  const tell = (id: string, verdict: Verdict) => setVerdicts((last) => new Map(last).set(id, verdict));
  return { picked, verdicts, open, pick, clear, tell };
}
