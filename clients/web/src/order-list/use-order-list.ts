import type { OrderFilter, OrderSort } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { createOrderList, type OrderList, type OrderListState } from './order-list.ts';
import { mostFresh, noRows } from './rows.ts';

const nothingYet: OrderListState = { ...noRows, loading: true, error: undefined, followed: true };
const noList = { get: () => nothingYet, subscribe: () => () => {} };
const nextFrame = (run: () => void) => void requestAnimationFrame(run);

/** The orders that pass the filter, live. A filter is compared by its content; `after` is where the list begins, if not at its start. */
export function useOrderList(filter: OrderFilter | null, orderBy: OrderSort, after?: string) {
  const client = useWaybill();
  const key = JSON.stringify(filter);
  const [attempt, setAttempt] = useState(0);
  const [list, setList] = useState<OrderList>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: every attempt has a list of its own
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
    /** Reads on where reading has failed; begins anew where the list is followed no more. */
    retry: () => (state.followed ? list?.readOn() : beginAnew()),
  };
}

export type LiveOrderList = ReturnType<typeof useOrderList>;
