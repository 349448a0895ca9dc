import { expect, test, vi } from 'vitest';
import { BoundedCache, BoundedMap, BoundedQueue, Full } from '../src/index.ts';

const aCache = (entries: number, bytes: number) =>
  new BoundedCache<string>({ entries, bytes, sizeOf: ({ length }) => length });

test('a cache keeps a limited number of entries, those that were used last', () => {
  const cache = aCache(2, 10_000);

  cache.set('a', '1');
  cache.set('b', '2');
  cache.get('a');
  cache.set('c', '3');

  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['1', undefined, '3']);
});

test('a cache keeps a limited number of bytes, keys included, whatever the entries are', () => {
  const cache = aCache(1_000, 10_000);

  for (let at = 0; at < 1_000; at++) cache.set(`${at}${'k'.repeat(at)}`, 'v'.repeat(at));

  expect(cache.bytes).toBeLessThanOrEqual(10_000);
  expect(cache.entries).toBeLessThan(10);
});

test('an entry that is larger than its cache is not kept, and displaces nothing', () => {
  const cache = aCache(10, 10_000);
  cache.set('small', 'v');

  cache.set('large', 'v'.repeat(20_000));

  expect([cache.get('small'), cache.get('large')]).toEqual(['v', undefined]);
});

test('a full map creates no more entries, keeps those it has, and has room again when one is removed', () => {
  const map = new BoundedMap<string, number>('orders', 2);
  map.getOrMake('a', () => 1);
  map.getOrMake('b', () => 2);
  let made = 0;
  const another = () => map.getOrMake('c', () => ++made);

  expect(another).toThrow(new Full('There are 2 orders already'));
  expect([made, map.getOrMake('a', () => 9)]).toEqual([0, 1]);
  map.delete('b');
  another();

  expect([...map.values()]).toEqual([1, 1]);
});

test('a queue drops the oldest when there are too many, or too many bytes', () => {
  const queue = new BoundedQueue<string>({ entries: 3, bytes: 10, sizeOf: ({ length }) => length });

  for (const item of ['a', 'b', 'c', 'd']) queue.push(item);
  const entries = queue.entries;
  queue.push('123456789');

  expect(entries).toBe(3);
  expect([queue.entries, queue.bytes, queue.find((item) => item === 'd')]).toEqual([2, 10, 'd']);
});

test('long keys count against the limit of a cache', () => {
  const cache = aCache(1_000, 10_000);

  for (let at = 0; at < 10; at++) cache.set(`${at}`.padEnd(2_000), '');

  expect(cache.entries).toBe(2);
});

test('an entry is gone when it expires or is removed', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1);
  const cache = new BoundedCache<string>({ entries: 2, bytes: 10_000, sizeOf: ({ length }) => length, ttlMs: 1_000 });
  cache.set('brief', 'v');
  cache.set('taken', 'v');

  cache.delete('taken');
  const meanwhile = [cache.get('brief'), cache.get('taken')];
  clock.mockReturnValue(1_002);
  vi.advanceTimersByTime(1_001);

  expect(meanwhile).toEqual(['v', undefined]);
  expect(cache.get('brief')).toBeUndefined();
  clock.mockRestore();
  vi.useRealTimers();
});

test('a cleared queue is empty again', () => {
  const queue = new BoundedQueue<string>({ entries: 3, bytes: 10, sizeOf: ({ length }) => length });
  queue.push('123456789');

  queue.clear();
  queue.push('12345');

  expect([queue.entries, queue.bytes, queue.find(() => true)]).toEqual([1, 5, '12345']);
});
