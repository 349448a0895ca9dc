const windowMs = 1_000;

/** Returns true while calls stay within `perSecond` in a fixed window. */
export function createRateLimit(perSecond: number, now: () => Date): () => boolean {
  let since = 0;
  let count = 0;
  return () => {
    const at = now().getTime();
    if (at - since >= windowMs) {
      since = at;
      count = 0;
    }
    count += 1;
    return count <= perSecond;
  };
}
