import { useCallback, useEffect, useEffectEvent, useState } from 'react';

type Answer<T> = { answer: T | undefined; error: unknown };

const none = { answer: undefined, error: undefined };

/** The result of a query that is sent once, and again when its key changes or on `retry`. */
export function useAnswer<T>(key: string, ask: (signal: AbortSignal) => Promise<T>) {
  const [state, setState] = useState<Answer<T>>(none);
  const [attempt, setAttempt] = useState(0);
  const askNow = useEffectEvent(ask);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key and the attempt identify the query
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    askNow(signal).then(
      (answer) => signal.aborted || setState({ answer, error: undefined }),
      (error: unknown) => signal.aborted || setState(({ answer }) => ({ answer, error })),
    );
    return () => controller.abort();
  }, [key, attempt]);

  const retry = useCallback(() => setAttempt((last) => last + 1), []);
  return { ...state, retry };
}
