import { median, percentile, round } from '../gateway/figures.ts';

/** Processes that are warm: a part of what they measure, and their end. */
export type Run = { measure: () => Promise<number>; end: () => Promise<void> };

type Start = () => Promise<Run>;

type Compared = { what: string; unit: string; pairs: number; rounds: number };

/**
 * Measures what runs without observability, with it, and once more without; the last against the first shows the resolution.
 *
 * A pair has processes of its own, because two that are alike were seen to differ by a tenth as long as they lived. Which one
 * is started first costs it a tenth too, so they take turns. Their measurements are short and alternate: a neighbour of the
 * machine disturbs all of them, and the median of the ratios leaves out the rounds in which it disturbs one.
 */
export async function tell(
  { what, unit, pairs, rounds }: Compared,
  off: Start,
  on: Start,
  alike: Start = off,
): Promise<void> {
  const measured: Pair[] = [];
  const starts = Object.entries({ off, on, alike });
  for (let pair = 0; pair < pairs; pair++) {
    const turn = pair % starts.length;
    const sequence = [...starts.slice(turn), ...starts.slice(0, turn)];
    measured.push(await pairOf(pair % 2 === 0 ? sequence : sequence.toReversed(), rounds));
    console.error(`pair ${pair + 1} of ${pairs}:`, measured.at(-1));
  }
  console.log(`${what}: ${round(median(measured.map((pair) => pair.off)))} ${unit} with neither metrics nor traces`);
  for (const name of ['on', 'alike'] as const) {
    const { median, from, to } = intervalOfMedian(measured.map((pair) => pair[name]));
    console.log(`${name}: ${median} of off, 95 % from ${from} to ${to} (${pairs} pairs)`);
  }
}

/** What it costs without observability; the two others as ratios to it. */
type Pair = { off: number; on: number; alike: number };

async function pairOf(starts: readonly (readonly [string, Start])[], rounds: number): Promise<Pair> {
  const runs: { name: string; run: Run; measured: number[] }[] = [];
  for (const [name, start] of starts) runs.push({ name, run: await start(), measured: [] });
  for (let at = 0; at < rounds; at++)
    for (const { run, measured } of at % 2 === 0 ? runs : runs.toReversed()) measured.push(await run.measure());
  for (const { run } of runs) await run.end();
  const of = (wanted: string) => runs.find(({ name }) => name === wanted)?.measured ?? [];
  const off = of('off');
  const ratio = (name: string) => median(of(name).map((cost, at) => cost / (off[at] ?? Number.NaN)));
  return { off: median(off), on: ratio('on'), alike: ratio('alike') };
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
