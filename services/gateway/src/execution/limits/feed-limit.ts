import type { FollowList } from '../../ports/streams.ts';
import { rateLimited } from './cost.ts';
import { createLimitPerUser } from './limit-per-user.ts';

/** Limits the lists that one user follows, over all connections: each change of a list is work for each of its readers. */
export function createFeedLimit(most: number): FollowList {
  const followed = createLimitPerUser(most);
  return (user) => {
    const release = followed.acquire(user);
    if (!release) throw rateLimited(`You follow ${most} lists, which is the limit`, 1);
    return release;
  };
}
