/** Maps all items with limited concurrency; results are in their order. */
export async function atOnce<T, R>(most: number, items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const answers = new Array<R>(items.length);
  const left = items.entries();
  const one = async () => {
    for (const [at, item] of left) answers[at] = await run(item);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, one));
  return answers;
}
