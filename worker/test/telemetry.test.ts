import { expect, test } from 'vitest';
import { reportProcess } from '../src/telemetry/telemetry.ts';

test('a worker exports when its process started, as the other processes do', () => {
  const gauges = new Map<string, number>();
  const createGauge = (name: string) => ({ set: (value: number) => void gauges.set(name, value) });

  reportProcess({ createGauge } as never);

  expect(gauges.get('process_start_time_seconds')).toBeCloseTo(performance.timeOrigin / 1_000);
});
