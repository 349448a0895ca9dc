/** Counts calls since the last reading. */
export function counting(count: () => number): () => number {
  let before = count();
  return () => {
    const since = count() - before;
    before += since;
    return since;
  };
}
