import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { aGateway } from './support/gateway.ts';
import { aPage } from './support/run.ts';
import { all } from './support/stream.ts';

const anEntry = { cursor: '1', seq: 1, type: 'ORDER_RECEIVED', at: '2026-01-01T00:00:00.000Z' };
const limited = (retryAfterSeconds?: number) =>
  new GraphQLError('Too many', { extensions: { code: 'RATE_LIMITED', retryAfterSeconds } });

/** A journal of two pages, whose gateway first gives these answers for the second. */
async function aJournal(...answers: (Error | undefined)[]) {
  const waits: number[] = [];
  const remaining = answers.values();
  const gateway = await aGateway({
    journal: ({ after }) => {
      const refusal = after ? remaining.next().value : undefined;
      if (refusal) throw refusal;
      return aPage([{ orderId: 'ORD-1', event: anEntry }], after ? undefined : 'next');
    },
    catalogue: () => {
      const refusal = remaining.next().value;
      if (refusal) throw refusal;
      return [];
    },
  });
  const pause = async (ms: number) => void waits.push(ms);
  return { gateway, waits, client: (options = {}) => gateway.connect({ pause, ...options }) };
}

test('a list that reaches the rate limit waits as long as the gateway asks, and loses no page', async () => {
  const { gateway, waits, client } = await aJournal(limited(2), limited(3), limited());
  await using _ = gateway;

  const pages = await all(client().journal.list());

  expect(pages.map(({ nodes }) => nodes.length)).toEqual([1, 1]);
  expect(waits).toEqual([2_000, 3_000, 1_000]);
});

test('a list gives up at once where the wait would be too long, and says so', async () => {
  const { gateway, waits, client } = await aJournal(limited(31));
  await using _ = gateway;

  await expect(all(client().journal.list())).rejects.toMatchObject({
    name: 'Unavailable',
    code: 'RATE_LIMITED',
    retryAfterMs: 31_000,
    message: 'Too many; 31 s is too long',
  });
  expect(waits).toEqual([]);
});

test('a list gives up on a page that never fits into the rate limit', async () => {
  const { gateway, waits, client } = await aJournal(...Array<Error>(10).fill(limited(10)));
  await using _ = gateway;

  await expect(all(client().journal.list())).rejects.toMatchObject({
    name: 'Unavailable',
    code: 'RATE_LIMITED',
    message: 'Too many; 40 s is too long',
  });
  expect(waits).toEqual([10_000, 10_000, 10_000]);
});

test('an abort ends the wait for a rate limit, and nothing more is requested', async () => {
  const { gateway, client } = await aJournal(limited(2));
  await using _ = gateway;
  const leaving = new AbortController();
  const pause = async () => leaving.abort(new Error('Enough'));

  const reading = all(client({ pause }).journal.list({}, { signal: leaving.signal }));

  await expect(reading).rejects.toThrow('Enough');
  expect(gateway.seen).toHaveLength(2);
});

test('closing the client ends the wait for a rate limit', async () => {
  const { gateway } = await aJournal(limited(2));
  await using _ = gateway;
  const client = gateway.connect({ pause: async () => client.close() });

  await expect(all(client.journal.list())).rejects.toMatchObject({ name: 'Closed' });
});

test('a single request reports the rate limit at once, unless the client is told to wait', async () => {
  const { gateway, waits, client } = await aJournal(limited(2), limited(2));
  await using _ = gateway;

  await expect(client().catalogue.list()).rejects.toMatchObject({ code: 'RATE_LIMITED', message: 'Too many' });
  expect(await client({ rateLimitWaitMs: 5_000 }).catalogue.list()).toEqual([]);
  expect(waits).toEqual([2_000]);
});

test('an outage is not waited for, because the request may have had its effect', async () => {
  const outage = new GraphQLError('Down', { extensions: { code: 'SERVICE_UNAVAILABLE', retryAfterSeconds: 1 } });
  const { gateway, waits, client } = await aJournal(outage);
  await using _ = gateway;

  await expect(all(client().journal.list())).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(waits).toEqual([]);
});
