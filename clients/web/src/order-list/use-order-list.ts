import type { OrderFilter, OrderSort } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { createOrderList, type OrderList, type OrderListState } from './order-list.ts';
import { noRows } from './rows.ts';

const nothingYet: OrderListState = { ...noRows, loading: true, error: undefined };
const noList = { get: () => nothingYet, subscribe: () => () => {} };
const nextFrame = (run: () => void) => void requestAnimationFrame(run);

/** The orders that pass the filter, live. A filter is compared by its content; `retry` begins anew. */
export function useOrderList(filter: OrderFilter | null, orderBy: OrderSort) {
  const client = useWaybill();
  const key = JSON.stringify(filter);
  const [attempt, setAttempt] = useState(0);
  const [list, setList] = useState<OrderList>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: every attempt has a list of its own
  useEffect(() => {
    const opened = createOrderList(client, { filter: JSON.parse(key), orderBy }, nextFrame);
    setList(opened);
    return () => opened.close();
  }, [client, key, orderBy, attempt]);
  const { get, subscribe } = list ?? noList;
  const state = useSyncExternalStore(subscribe, get);
  return {
    ...state,
    more: () => list?.more(),
    showFresh: () => list?.showFresh(),
    dropLeft: () => list?.dropLeft(),
    retry: () => setAttempt((last) => last + 1),
  };
}
