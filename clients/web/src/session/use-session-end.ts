import { Unauthenticated } from '@waybill/client';
import { useConnection } from '@waybill/client/react';

/** Whether the viewer's token is no longer accepted. */
export function useSessionEnd(): boolean {
  const state = useConnection();
  return state.status === 'closed' && state.why instanceof Unauthenticated;
}
