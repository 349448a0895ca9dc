import { useWaybill } from '@waybill/client/react';
import { useCallback, useEffect, useState } from 'react';
import type { Verdict } from '../../../order/verdict.ts';
import type { Row } from '../../../order-list/rows.ts';
import { usePreferences } from '../../../session/preferences.ts';
import { useViewer } from '../../../session/viewer.tsx';
import { shortTime } from '../../../time/format.ts';
import { serverClock } from '../../../time/server-clock.ts';
import { type BulkAction, bulkActions, decideAll } from './decide-all.ts';
import { keepPicks, keptPicks } from './kept-picks.ts';

/** Orders that were picked together, and what became of what was done to them. */
export function useBulk(rows: readonly Row[]) {
  const client = useWaybill();
  const { zone } = usePreferences();
  const viewer = useViewer();
  const [picked, setPicked] = useState(() => keptPicks(viewer.id));
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, Verdict>>(new Map());
  const [busy, setBusy] = useState(false);

  const open = [...picked].filter((id) => !verdicts.get(id)?.accepted); // what is done is not asked for again
  useEffect(() => keepPicks(viewer.id, open));

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
  const decide = async (action: BulkAction, reason: string) => {
    if (busy) return;
    setBusy(true);
    const tell = (id: string, verdict: Verdict) => setVerdicts((last) => new Map(last).set(id, verdict));
    const clock = (iso: string) => shortTime(iso, zone, serverClock.now());
    await decideAll(client, { ids: open, action, reason, clock }, tell);
    setBusy(false);
  };
  const pickedRows = rows.filter(({ order }) => picked.has(order.id));
  const available = new Set(pickedRows.flatMap(({ order }) => order.availableActions));
  return {
    picked,
    /** How many of them the list does not show, as its filters are or as far as it is read. */
    unseen: picked.size - pickedRows.length,
    verdicts,
    busy,
    pick,
    clear,
    decide,
    actions: bulkActions.filter((action) => available.has(action)),
  };
}

export type Bulk = ReturnType<typeof useBulk>;
