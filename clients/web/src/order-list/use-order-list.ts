import type { OrderFilter, OrderSort } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { createOrderList, type OrderList, type OrderListState } from './order-list.ts';
import { mostFresh, noRows } from './rows.ts';

const nothingYet: OrderListState = { ...noRows, loading: true, error: undefined, followed: true };
const noList = { get: () => nothingYet, subscribe: () => () => {} };
const nextFrame = (run: () => void) => void requestAnimationFrame(run);

/**
 * The orders that match the filter, live. Filters are compared by content; the list begins after the cursor `after`, or
 * at its start.
 */
export function useOrderList(filter: OrderFilter | null, orderBy: OrderSort, after?: string) {
  const client = useWaybill();
  const key = JSON.stringify(filter);
  const [attempt, setAttempt] = useState(0);
  const [list, setList] = useState<OrderList>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: every attempt has its own list
  useEffect(() => {
    const opened = createOrderList(client, { filter: JSON.parse(key), orderBy, after }, nextFrame);
    setList(opened);
    return () => opened.close();
  }, [client, key, orderBy, after, attempt]);
  const { get, subscribe } = list ?? noList;
  const state = useSyncExternalStore(subscribe, get);
  const beginAnew = () => setAttempt((last) => last + 1);
  return {
    ...state,
    more: useCallback(() => list?.more(), [list]),
    dropLeft: useCallback(() => list?.dropLeft(), [list]),
    showFresh: () => (state.fresh.length < mostFresh ? list?.showFresh() : beginAnew()),
    /** Continues where reading has failed; starts over if the list is no longer followed. */
    retry: () => (state.followed ? list?.readOn() : beginAnew()),
  };
}

export type LiveOrderList = ReturnType<typeof useOrderList>;
