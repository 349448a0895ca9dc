import { useEffect, useEffectEvent, useState } from 'react';

type Latest<T> = { latest: T | undefined; error: unknown };

/** The newest result of a stream, which is reopened when its key changes. */
export function useStream<T>(key: string, open: (signal: AbortSignal) => AsyncIterable<T>): Latest<T> {
  const [state, setState] = useState<Latest<T>>({ latest: undefined, error: undefined });
  const openNow = useEffectEvent(open);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key identifies the stream
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const follow = async () => {
      for await (const latest of openNow(signal)) if (!signal.aborted) setState({ latest, error: undefined });
    };
    follow().catch((error: unknown) => signal.aborted || setState(({ latest }) => ({ latest, error })));
    return () => leaving.abort();
  }, [key]);
  return state;
}
