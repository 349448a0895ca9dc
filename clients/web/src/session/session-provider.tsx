import { connect, type Waybill } from '@waybill/client';
import { WaybillProvider } from '@waybill/client/react';
import { type ReactNode, useEffect, useState } from 'react';
import { fetchInServerTime } from '../time/server-clock.ts';
import { currentToken } from './oidc/issuer-session.ts';

/** Provides one client for everything under one token. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [client, setClient] = useState<Waybill>();
  useEffect(() => {
    const opened = connect({ url: '/graphql', token: currentToken, fetch: fetchInServerTime });
    setClient(opened);
    return () => opened.close();
  }, []);
  return client && <WaybillProvider value={client}>{children}</WaybillProvider>;
}
