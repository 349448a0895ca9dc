import { expect, test } from 'vitest';
import { createFeedLimit } from '../src/execution/limits/feed-limit.ts';
import { createQuota } from '../src/execution/limits/quota.ts';
import type { Caller } from '../src/ports/caller.ts';
import { createChangeStream } from '../src/ports/streams.ts';

const feed = {
  async *after() {
    yield 'a change';
    await new Promise(() => undefined);
  },
};

/** Lists of which a user may follow two. */
function someLists() {
  const followList = createFeedLimit(2);
  const quota = createQuota(1_000, () => new Date(0));
  return (id: string) => {
    const caller = { viewer: { id, role: 'CUSTOMER' }, correlationId: 'c-1', lastEventId: null } as Caller;
    return createChangeStream<string>({ feed, quota, followList, caller })(null, (change) => change);
  };
}

test('a user follows as many lists as the limit allows, over all connections, and one more is refused', async () => {
  const follow = someLists();
  for (let list = 0; list < 2; list++) expect(await follow('ada').next()).toEqual({ done: false, value: 'a change' });

  await expect(follow('ada').next()).rejects.toMatchObject({
    message: 'You follow 2 lists, which is the limit: try again in 1 s',
    extensions: { code: 'RATE_LIMITED' },
  });
  expect(await follow('ben').next()).toMatchObject({ done: false });
});

test('a list that is no longer followed makes room for another', async () => {
  const follow = someLists();
  const lists = [follow('ada'), follow('ada')];
  for (const list of lists) await list.next();

  await lists[0]?.return();

  expect(await follow('ada').next()).toMatchObject({ done: false });
});
