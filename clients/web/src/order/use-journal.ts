import { useWaybill } from '@waybill/client/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { createJournal, type Journal } from './journal.ts';

const nothingYet: Journal = { entries: [], error: undefined };
const noJournal = { get: () => nothingYet, subscribe: () => () => {} };

/** The journal of an order, live. It is a store because React commits a change of one without waiting for a turn. */
export function useJournal(id: string): Journal {
  const client = useWaybill();
  const [journal, setJournal] = useState<ReturnType<typeof createJournal>>();
  useEffect(() => {
    const opened = createJournal(
      (signal) => client.orders.events(id, { signal }),
      () => performance.now(),
    );
    opened.open();
    setJournal(opened);
    return () => opened.close();
  }, [client, id]);
  const { get, subscribe } = journal ?? noJournal;
  return useSyncExternalStore(subscribe, get);
}
