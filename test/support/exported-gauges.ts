import { Runtime } from '@temporalio/worker';
import { onTestFinished, vi } from 'vitest';

/** The values of these gauges of workers that are started from now on. */
export function exportedAs(...metrics: string[]): Record<string, number[]> {
  const exported = Object.fromEntries(metrics.map((metric): [string, number[]] => [metric, []]));
  const { metricMeter } = Runtime.instance();
  const create = metricMeter.createGauge.bind(metricMeter);
  vi.spyOn(metricMeter, 'createGauge').mockImplementation((name, ...rest) => {
    const gauge = create(name, ...rest);
    const values = exported[name];
    if (values) vi.spyOn(gauge, 'set').mockImplementation((value) => void values.push(value));
    return gauge;
  });
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  return exported;
}
