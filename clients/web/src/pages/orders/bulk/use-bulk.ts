import { useWaybill } from '@waybill/client/react';
import { useState } from 'react';
import type { Row } from '../../../order-list/rows.ts';
import { usePreferences } from '../../../session/preferences.ts';
import { shortTime } from '../../../time/format.ts';
import { serverClock } from '../../../time/server-clock.ts';
import { type BulkAction, bulkActions, decideAll } from './decide-all.ts';
import { usePicks } from './use-picks.ts';

/** The selected orders, and the verdicts on their commands. */
export function useBulk(rows: readonly Row[]) {
  const client = useWaybill();
  const { zone } = usePreferences();
  const { open, tell, ...picks } = usePicks();
  const [busy, setBusy] = useState(false);
  const decide = async (action: BulkAction, reason: string) => {
    if (busy) return;
    setBusy(true);
    const clock = (iso: string) => shortTime(iso, zone, serverClock.now());
    await decideAll(client, { ids: open, action, reason, clock }, tell);
    setBusy(false);
  };
  const pickedRows = rows.filter(({ order }) => picks.picked.has(order.id));
  const available = new Set(pickedRows.flatMap(({ order }) => order.availableActions));
  return {
    ...picks,
    /**
     * The number of selected orders that the list does not show, because of its filters or because they are not loaded.
     */
    unseen: picks.picked.size - pickedRows.length,
    busy,
    decide,
    actions: bulkActions.filter((action) => available.has(action)),
  };
}

export type Bulk = ReturnType<typeof useBulk>;
