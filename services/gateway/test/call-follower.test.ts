import { Unavailable } from '@waybill/providers-client';
import { expect, test } from 'vitest';
import type { CallFeed, LoggedCall } from '../src/live/call-feed.ts';
import type { Caller } from '../src/ports/caller.ts';
import { createChaosFollower } from '../src/ports/chaos-log.ts';
import { eventually } from './support/eventually.ts';

test('a stream that waits for the providers keeps nothing of its attempts', async () => {
  const feed = anUnavailableFeed();
  const calls = feed.follow(null, '0')[Symbol.asyncIterator]();

  const next = calls.next();
  await eventually(() => expect(feed.attempts()).toBe(2));
  await calls.return?.();
  await next;

  expect(feed.cancelled()).toBeLessThanOrEqual(1);
});

const anOperator: Caller = {
  viewer: { id: 'otto', role: 'OPERATOR' },
  correlationId: 'c-1',
  idempotencyKey: null,
  lastEventId: null,
};

const unlimited = { burst: 10_000, perSecond: 1_000, charge: () => undefined };

/** A feed that cannot be read; counts the attempts to read it, and those that are cancelled. */
function anUnavailableFeed() {
  let [attempts, cancelled] = [0, 0];
  const after = (): AsyncGenerator<LoggedCall, void, void> => {
    attempts += 1;
    const stream = (async function* (): AsyncGenerator<LoggedCall, void, void> {
      yield await Promise.reject(new Unavailable('Nobody listens'));
    })();
    const cancel = stream.return.bind(stream);
    return Object.assign(stream, {
      return: () => {
        cancelled += 1;
        return cancel();
      },
    });
  };
  const chaos = {} as Parameters<typeof createChaosFollower>[0];
  return {
    follow: createChaosFollower(chaos, { after } as never as CallFeed, anOperator, unlimited),
    attempts: () => attempts,
    cancelled: () => cancelled,
  };
}
