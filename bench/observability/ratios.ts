import { percentile, round } from '../gateway/figures.ts';

export type Measure = () => Promise<number>;

/** The ratios of one measure to the other, for this many pairs; the order alternates, so that drift affects both. */
export async function ratiosOf(pairs: number, one: Measure, other: Measure): Promise<number[]> {
  const ratios: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const isFirst = pair % 2 === 0;
    const first = isFirst ? await one() : await other();
    const second = isFirst ? await other() : await one();
    ratios.push(isFirst ? first / second : second / first);
  }
  return ratios;
}

/** The median and its 95 % confidence interval among the ratios, whatever their distribution (sign test). */
export function intervalOfMedian(ratios: readonly number[]) {
  const sorted = ratios.toSorted((one, other) => one - other);
  let outside = 0;
  let below = 0;
  for (; below < sorted.length / 2; below++) {
    outside += 2 * chanceOf(below, sorted.length);
    if (outside > 0.05) break;
  }
  const at = Math.max(0, below - 1);
  const [from = Number.NaN, to = Number.NaN] = [sorted[at], sorted.at(-1 - at)];
  return { median: round(percentile(ratios, 0.5)), from: round(from), to: round(to) };
}

/** The probability of this many heads in this many tosses of a coin. */
function chanceOf(heads: number, tosses: number): number {
  let ways = 1;
  for (let each = 1; each <= heads; each++) ways = (ways * (tosses - each + 1)) / each;
  return ways / 2 ** tosses;
}
