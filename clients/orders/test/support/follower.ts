import { EventEmitter, once } from 'node:events';
import type { FollowedOrder } from '@waybill/orders-client';

type Follow = (onFault: () => void) => AsyncIterable<FollowedOrder>;

/** Follows eagerly, and hands out what was told, one by one. */
export function eagerly(follow: Follow) {
  const updates: FollowedOrder[] = [];
  const news = new EventEmitter();
  const failure = once(news, 'failure');
  let ended = false;
  const followed = (async () => {
    for await (const answer of follow(() => news.emit('failure'))) {
      updates.push(answer);
      news.emit('told');
    }
  })();
  followed
    .catch(() => undefined)
    .finally(() => {
      ended = true;
      news.emit('told');
    });

  const next = async (): Promise<FollowedOrder | undefined> => {
    while (updates.length === 0 && !ended) await once(news, 'told');
    if (updates.length === 0) await followed;
    return updates.shift();
  };
  return {
    next,
    hasFailed: () => failure,
    async until(is: (answer: FollowedOrder) => boolean): Promise<FollowedOrder> {
      for (;;) {
        const answer = await next();
        if (!answer) throw new Error('The order ended before');
        if (is(answer)) return answer;
      }
    },
    async toTheEnd(): Promise<FollowedOrder[]> {
      const all: FollowedOrder[] = [];
      for (let answer = await next(); answer; answer = await next()) all.push(answer);
      return all;
    },
  };
}
