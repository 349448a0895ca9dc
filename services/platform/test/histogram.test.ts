import { Histogram, Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { createHistogram } from '../src/http/histogram.ts';

const options = {
  name: 'answers_seconds',
  help: 'Time of "answers"',
  labelNames: ['route', 'status'],
  buckets: [0.1, 1, 5],
};

test('a histogram is exported exactly as one of prom-client, whatever was observed', async () => {
  const [ours, theirs] = [new Registry(), new Registry()];
  const observe = createHistogram(ours, options);
  const reference = new Histogram({ ...options, registers: [theirs] });

  for (const [route, status] of [
    ['/orders', '200'],
    ['a "quoted"\nroute', '500'],
  ] as const) {
    for (const value of [0, 0.1, 0.100_1, 1, 4.25, 5, 6, 1_000]) {
      observe([route, status], value);
      reference.observe({ route, status }, value);
    }
  }

  expect(await ours.metrics()).toBe(await theirs.metrics());
});

test('a histogram without a value is exported as one of prom-client', async () => {
  const [ours, theirs] = [new Registry(), new Registry()];
  createHistogram(ours, options);
  new Histogram({ ...options, registers: [theirs] });

  expect(await ours.metrics()).toBe(await theirs.metrics());
});

test('two metrics cannot have one name', () => {
  const registry = new Registry();
  createHistogram(registry, options);

  expect(() => createHistogram(registry, options)).toThrow('already been registered');
});
