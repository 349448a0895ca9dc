import { Counter, Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { createCounter } from '../src/http/counter.ts';

const options = { name: 'answers_total', help: 'Answers', labelNames: ['type', 'field'] as const };

test('a counter is exported exactly as one of prom-client, whatever was counted', async () => {
  const [ours, theirs] = [new Registry(), new Registry()];
  const count = createCounter(ours, options);
  const counter = new Counter({ ...options, registers: [theirs] });

  for (const [type, field] of [
    ['query', 'order'],
    ['query', 'orders'],
    ['query', 'order'],
    ['mutation', 'a "quoted" \\ field'],
  ] as const) {
    count([type, field]);
    counter.inc({ type, field });
  }

  expect(await ours.metrics()).toBe(await theirs.metrics());
});

test('a counter without a value is exported as one of prom-client', async () => {
  const [ours, theirs] = [new Registry(), new Registry()];
  createCounter(ours, options);
  new Counter({ ...options, registers: [theirs] });

  expect(await ours.metrics()).toBe(await theirs.metrics());
});
