import { percentile, round } from '../gateway/figures.ts';

/** Processes that are warm: what they measure, and their end. */
export type Run = { measure: () => Promise<number>; end: () => Promise<void> };

type Start = () => Promise<Run>;

/**
 * Measures what runs without observability, with it, and once more without; the last against the first shows the resolution. A
 * pair has processes of its own, because two that are alike were seen to differ by a tenth as long as they lived, and takes them there and back
 * again, so that drift affects all alike.
 */
export async function tell(
  { what, unit, pairs }: { what: string; unit: string; pairs: number },
  off: Start,
  on: Start,
  alike: Start = off,
): Promise<void> {
  const measured: Pair[] = [];
  for (let pair = 0; pair < pairs; pair++) measured.push(await pairOf(await Promise.all([off(), on(), alike()])));
  const usual = percentile(
    measured.map((pair) => pair.off),
    0.5,
  );
  console.log(`${what}: ${round(usual)} ${unit} with neither metrics nor traces`);
  for (const name of ['on', 'alike'] as const) {
    const { median, from, to } = intervalOfMedian(measured.map((pair) => pair[name] / pair.off));
    console.log(`${name}: ${median} of off, 95 % from ${from} to ${to} (${pairs} pairs)`);
  }
}

type Pair = { off: number; on: number; alike: number };

async function pairOf(runs: [Run, Run, Run]): Promise<Pair> {
  const sums = [0, 0, 0];
  for (const at of [0, 1, 2, 2, 1, 0]) sums[at] = (sums[at] ?? 0) + ((await runs[at]?.measure()) ?? 0);
  for (const { end } of runs) await end();
  const [off = 0, on = 0, alike = 0] = sums.map((sum) => sum / 2);
  return { off, on, alike };
}

/** The number of pairs from the command line, or the usual one. */
export const pairsOr = (usual: number): number => Number(process.argv[2] ?? usual);

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
