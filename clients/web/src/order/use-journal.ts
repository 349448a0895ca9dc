import type { OrderEvent } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { useEffect, useState } from 'react';

type Journal = { entries: readonly OrderEvent[]; error: unknown };

/** More than any order has; the oldest are dropped first. */
const mostEntries = 5_000;

/** The journal of an order, live; entries that arrive together are shown together. */
export function useJournal(id: string): Journal {
  const client = useWaybill();
  const [journal, setJournal] = useState<Journal>({ entries: [], error: undefined });
  useEffect(() => {
    const leaving = new AbortController();
    let fresh: OrderEvent[] = [];
    const show = (error?: unknown) => {
      const added = fresh;
      fresh = [];
      if (leaving.signal.aborted) return;
      setJournal(({ entries }) => ({ entries: [...entries, ...added].slice(-mostEntries), error }));
    };
    const follow = async () => {
      for await (const entry of client.orders.events(id, { signal: leaving.signal })) {
        if (fresh.length === 0) setTimeout(show);
        fresh.push(entry);
      }
    };
    setJournal({ entries: [], error: undefined });
    follow().catch(show);
    return () => leaving.abort();
  }, [client, id]);
  return journal;
}
