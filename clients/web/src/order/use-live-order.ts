import { useOrder } from '@waybill/client/react';
import { useEffect } from 'react';
import { serverClock } from '../time/server-clock.ts';

/** An order, live; the server clock is set by it. */
export function useLiveOrder(id: string) {
  const watched = useOrder(id);
  const asOf = watched.order?.asOf;
  useEffect(() => {
    if (asOf) serverClock.observe(Date.parse(asOf));
  }, [asOf]);
  return watched;
}
