import { useCallback, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { createPageList, type PageList, type ReadPage } from './page-list.ts';

const nothingYet = { items: [], loading: true, complete: false, error: undefined };
const noList = { get: () => nothingYet, subscribe: () => () => {} };

/** The pages of a list: the first at once, the next by `more`; read again when the key changes, or on `again`. */
export function usePages<T>(key: string, read: ReadPage<T>) {
  const [attempt, setAttempt] = useState(0);
  const [list, setList] = useState<PageList<T>>();
  const readNow = useEffectEvent(read);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key and the attempt identify the list
  useEffect(() => {
    const opened = createPageList<T>((after, signal) => readNow(after, signal));
    opened.more();
    setList(opened);
    return () => opened.close();
  }, [key, attempt]);

  const { get, subscribe } = list ?? noList;
  const state = useSyncExternalStore<ReturnType<PageList<T>['get']>>(subscribe, get);
  const again = useCallback(() => setAttempt((last) => last + 1), []);
  return { ...state, more: () => list?.more(), again };
}
