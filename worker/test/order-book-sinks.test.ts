import { expect, test } from 'vitest';
import type { Entry } from '../src/activities/order-book.ts';
import { orderBookSinks } from '../src/assembly/order-book-sinks.ts';

const atOnce = 200;
const entry = { order: { orderId: 'o-1' }, correlationId: 'c-1' } as Entry;

test('a worker has at most two hundred concurrent writes, skips further ones, and accepts others when one completes', async () => {
  const outcomes: unknown[] = [];
  const underWay: (() => void)[] = [];
  const record = () => new Promise<never>((resolve) => underWay.push(resolve as () => void));
  const logger = { info: (_: string, meta?: Record<string, unknown>) => void outcomes.push(meta?.outcome) };
  const sinks = orderBookSinks({ record } as unknown as Parameters<typeof orderBookSinks>[0], logger);
  const tell = () => sinks.orderBook.tell.fn(undefined as never, entry);

  for (let write = 0; write < atOnce + 50; write++) tell();
  const atFirst = underWay.length;
  underWay[0]?.();
  await Promise.resolve().then(() => undefined);
  for (let write = 0; write < 10; write++) tell();

  expect(atFirst).toBe(atOnce);
  expect(underWay).toHaveLength(atOnce + 1);
  expect(outcomes.filter((outcome) => outcome === 'left out')).toHaveLength(50 + 9);
});
