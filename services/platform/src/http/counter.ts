import type { Metric, Registry } from 'prom-client';

type CounterOptions = { name: string; help: string; labelNames: readonly string[] };

/** Adds one to the series with these labels, in the sequence of their names. */
export type Count = (labels: readonly string[]) => void;

/** A counter in a registry of prom-client, for what is counted with every request: its own costs several times as much. */
export function createCounter(registry: Registry, { name, help, labelNames }: CounterOptions): Count {
  const series = new Map<string, Series>();
  const described = { name, help, type: 'counter', aggregator: 'sum' } as const;
  const get = async () => ({ ...described, values: [...series.values()] });
  registry.registerMetric({ ...described, labelNames, get } as unknown as Metric);

  return (labels) => {
    const key = labels.join('\n');
    const known = series.get(key);
    if (known) known.value += 1;
    else
      series.set(key, {
        labels: Object.fromEntries(labelNames.map((label, at) => [label, labels[at] ?? ''])),
        value: 1,
      });
  };
}

type Series = { readonly labels: Readonly<Record<string, string>>; value: number };
