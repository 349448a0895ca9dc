import { expect, test, vi } from 'vitest';
import { createPageList } from '../src/data/page-list.ts';

const page = (nodes: readonly number[], endCursor: string | null) => ({
  nodes,
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
});

test('pages are read one after another, and no page twice', async () => {
  const read = vi.fn(async (after: string | null) => (after ? page([3], null) : page([1, 2], 'two')));
  const list = createPageList(read);

  list.more();
  list.more();
  await expect.poll(() => list.get().loading).toBe(false);
  expect(list.get()).toMatchObject({ items: [1, 2], complete: false });

  list.more();
  await expect.poll(() => list.get().loading).toBe(false);
  list.more();
  expect(list.get()).toMatchObject({ items: [1, 2, 3], complete: true, loading: false });
  expect(read.mock.calls.map(([after]) => after)).toEqual([null, 'two']);
});

test('items are kept when the next page fails, which is read again on request', async () => {
  const fault = new Error('No response');
  const read = vi
    .fn(async (_: string | null) => page([2], null))
    .mockResolvedValueOnce(page([1], 'one'))
    .mockRejectedValueOnce(fault);
  const list = createPageList(read);
  const next = async () => {
    list.more();
    await expect.poll(() => list.get().loading).toBe(false);
    return list.get();
  };

  await next();

  expect(await next()).toMatchObject({ items: [1], error: fault, complete: false });
  expect(await next()).toMatchObject({ items: [1, 2], error: undefined, complete: true });
  expect(read.mock.calls.map(([after]) => after)).toEqual([null, 'one', 'one']);
});

test('a list that was left shows nothing more, and its request is aborted', async () => {
  const first = Promise.resolve(page([1], null));
  let given: AbortSignal | undefined;
  const list = createPageList((_, signal) => {
    given = signal;
    return first;
  });
  const seen = vi.fn();
  list.more();
  list.subscribe(seen);

  list.close();
  await first;

  expect(given?.aborted).toBe(true);
  expect(seen).not.toHaveBeenCalled();
});
