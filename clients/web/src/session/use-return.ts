import { useConnection } from '@waybill/client/react';
import { useEffect, useEffectEvent, useRef } from 'react';

/** Acts whenever a connection that was lost is live again. */
export function useReturn(act: () => void): void {
  const { status } = useConnection();
  const wasLost = useRef(false);
  const actNow = useEffectEvent(act);
  useEffect(() => {
    if (status === 'reconnecting' || status === 'stale') wasLost.current = true;
    if (status !== 'live' || !wasLost.current) return;
    wasLost.current = false;
    actNow();
  }, [status]);
}
