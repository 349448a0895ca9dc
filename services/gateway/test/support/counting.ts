/** Counts from the last time that it was asked. */
export function counting(count: () => number): () => number {
  let before = count();
  return () => {
    const since = count() - before;
    before += since;
    return since;
  };
}
