import type { OrderCountsQuery } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { createContext, type ReactNode, useContext } from 'react';
import { useStream } from '../data/use-stream.ts';

type Counts = OrderCountsQuery['orderCounts'];

const CountsContext = createContext<Counts | undefined>(undefined);

/**
 * The counts of orders, followed once for the whole page, so that there is always a live stream whose connection can be
 * shown.
 */
export function CountsProvider({ children }: { children: ReactNode }) {
  const { orders } = useWaybill();
  const { latest } = useStream('counts', (signal) => orders.watchCounts({ signal }));
  return <CountsContext value={latest}>{children}</CountsContext>;
}

/** Undefined until the first result. */
export const useCounts = (): Counts | undefined => useContext(CountsContext);

export const countOf = (counts: Counts | undefined, status: string): number =>
  counts?.byStatus.find((each) => each.status === status)?.count ?? 0;
