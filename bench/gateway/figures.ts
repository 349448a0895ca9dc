export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The quantile for this share. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const round = (value: number): number => Math.round(value * 1_000) / 1_000;

/** The number of pairs from the command line; defaults to five. */
export const pairsArgument = (): number => Number(process.argv[2] ?? 5);

/** The size from the command line, for trial runs. */
export const sizeArgument = (usual: number): number => Number(process.argv[3] ?? usual);

export type Pair = { our: number; their: number };

/** Measures one after the other, as often as asked, and prints each pair and the median of their ratios. */
export async function compare(
  what: string,
  unit: string,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
  pairs = pairsArgument(),
): Promise<readonly Pair[]> {
  const rows: Record<string, number>[] = [];
  const measured: Pair[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    // The order alternates, so that drift affects both.
    const first = pair % 2 === 0 ? await ours() : await theirs();
    const second = pair % 2 === 0 ? await theirs() : await ours();
    const [our, their] = pair % 2 === 0 ? [first, second] : [second, first];
    measured.push({ our, their });
    rows.push({ [`ours, ${unit}`]: round(our), [`bare, ${unit}`]: round(their), ratio: round(our / their) });
  }
  console.table(rows);
  console.log(
    `${what}: median ratio ${round(median(measured.map(({ our, their }) => our / their)))} over ${pairs} pairs`,
  );
  return measured;
}
