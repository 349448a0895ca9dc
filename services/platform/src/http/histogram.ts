import type { Metric, Registry } from 'prom-client';

type HistogramOptions = { name: string; help: string; labelNames: readonly string[]; buckets: readonly number[] };

/** Adds a value to the series with these labels, in the sequence of their names. */
export type Observe = (labels: readonly string[], value: number) => void;

/**
 * A histogram in a registry of prom-client, which takes several microseconds for each value of its own: the largest part of
 * what metrics cost a request.
 */
export function createHistogram(registry: Registry, options: HistogramOptions): Observe {
  const { name, help, labelNames, buckets } = options;
  const series = new Map<string, Series>();
  const described = { name, help, type: 'histogram', aggregator: 'sum' } as const;
  const get = async () => ({ ...described, values: [...series.values()].flatMap((one) => valuesOf(one, options)) });
  registry.registerMetric({ ...described, labelNames, get } as unknown as Metric);

  const newSeries = (key: string, labels: readonly string[]): Series => {
    const values = Object.fromEntries(labelNames.map((label, at) => [label, labels[at] ?? '']));
    const one = { labels: values, counts: Array.from({ length: buckets.length + 1 }, () => 0), sum: 0 };
    series.set(key, one);
    return one;
  };

  return (labels, value) => {
    const key = labels.join('\n');
    const one = series.get(key) ?? newSeries(key, labels);
    let at = 0;
    while (value > (buckets[at] ?? Number.POSITIVE_INFINITY)) at++;
    one.counts[at] = (one.counts[at] ?? 0) + 1;
    one.sum += value;
  };
}

/** The number of values in each bucket, the last of which has no bound. */
type Series = { readonly labels: Readonly<Record<string, string>>; readonly counts: number[]; sum: number };

/** As Prometheus has it: a bucket contains those below it. */
function valuesOf({ labels, counts, sum }: Series, { name, buckets }: HistogramOptions) {
  let count = 0;
  const cumulative = counts.map((inBucket, at) => {
    count += inBucket;
    return { metricName: `${name}_bucket`, labels: { le: buckets[at] ?? '+Inf', ...labels }, value: count };
  });
  return [
    ...cumulative,
    { metricName: `${name}_sum`, labels, value: sum },
    { metricName: `${name}_count`, labels, value: count },
  ];
}
