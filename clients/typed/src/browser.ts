type Source = {
  addEventListener?: EventTarget['addEventListener'];
  removeEventListener?: EventTarget['removeEventListener'];
};

/** Tries again at once when a browser is online again, or its page is looked at again. Returns a function that stops it. */
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
