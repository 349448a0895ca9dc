type Source = {
  addEventListener?: EventTarget['addEventListener'];
  removeEventListener?: EventTarget['removeEventListener'];
};

/** Retries at once when the browser is online again or its page becomes visible. Returns a function that stops it. */
export function retryOnReturn(retryNow: () => void, platform: typeof globalThis = globalThis): () => void {
  const { document } = platform as { document?: Source & { visibilityState?: string } };
  const page = platform as Source;
  const seen = () => {
    if (document?.visibilityState === 'visible') retryNow();
  };
  page.addEventListener?.('online', retryNow);
  document?.addEventListener?.('visibilitychange', seen);
  return () => {
    page.removeEventListener?.('online', retryNow);
    document?.removeEventListener?.('visibilitychange', seen);
  };
}
