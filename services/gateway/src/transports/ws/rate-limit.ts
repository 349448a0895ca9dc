const windowMs = 1_000;

/** Says whether one more is within so many a second. */
export function paceOf(perSecond: number, now: () => Date): () => boolean {
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
