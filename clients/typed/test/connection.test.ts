import type { ConnectionState } from '@waybill/client';
import { expect, test, vi } from 'vitest';
import { retryOnReturn } from '../src/streams/browser.ts';
import { aGateway, type Gateway } from './support/gateway.ts';
import { anEntry } from './support/order.ts';
import { failureOf, patience, silence } from './support/stream.ts';

const transports = ['ws', 'sse'] as const;

test.each(transports)(
  'over %s, the connection reports its state, from the first attempt to the end',
  async (transport) => {
    await using gateway = await tellingOne();
    const { client, seen } = observed(gateway, { transport, pause: () => gateway.open() });
    const events = client.orders.events('ORD-1');
    await events.next();
    expect(client.connection.state).toEqual({ status: 'live' });

    const next = events.next();
    await gateway.close();
    expect((await next).value?.seq).toBe(2);
    client.close();

    const statuses = seen.map(({ status }) => status);
    expect(statuses).toEqual(['live', 'reconnecting', 'stale', 'live', 'closed']);
    const [, lost, stale] = seen;
    expect(lost).toMatchObject({ nextTryAt: expect.any(Number), since: expect.any(Number) });
    expect(stale).toEqual({ status: 'stale', since: lost && 'since' in lost && lost.since });
  },
);

test.each(transports)(
  'over %s, all streams of a client wait for the next attempt together, and can be made to try now',
  async (transport) => {
    await using gateway = await tellingOne();
    let waits = 0;
    const pause = () => {
      waits++;
      return silence();
    };
    const { client } = observed(gateway, { transport, pause });
    const streams = ['ORD-1', 'ORD-2', 'ORD-3'].map((id) => client.orders.events(id));
    await Promise.all(streams.map((stream) => stream.next()));
    const next = Promise.all(streams.map((stream) => stream.next()));
    gateway.hangUp();
    await expect.poll(() => waits, patience).toBe(1);

    client.connection.retryNow();

    expect((await next).map(({ value }) => value?.seq)).toEqual([2, 2, 2]);
    expect(waits).toBe(1);
  },
);

test('a token that cannot be renewed closes the connection with its reason', async () => {
  await using gateway = await tellingOne();
  const { client } = observed(gateway, { token: () => 'stolen' });

  const failure = await failureOf(client.orders.events('ORD-1'));

  expect(client.connection.state).toEqual({ status: 'closed', why: failure });
});

test('a browser that is online or visible again retries at once', () => {
  const page = Object.assign(new EventTarget(), {
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
  });
  let tries = 0;
  const stop = retryOnReturn(() => tries++, page as unknown as typeof globalThis);

  page.dispatchEvent(new Event('online'));
  page.document.dispatchEvent(new Event('visibilitychange'));
  page.document.visibilityState = 'hidden';
  page.document.dispatchEvent(new Event('visibilitychange'));
  stop();
  page.dispatchEvent(new Event('online'));

  expect(tries).toBe(2);
});

test('a client listens to its page, and a closed one leaves nothing on it', async () => {
  const page = new EventTarget();
  const listeners = countedListeners(page);
  await using gateway = await tellingOne();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  try {
    const client = gateway.connect({ pause: () => silence() });
    const events = client.orders.events('ORD-1');
    await events.next();
    const next = events.next();
    gateway.hangUp();
    await expect.poll(() => client.connection.state.status, patience).toBe('reconnecting');

    page.dispatchEvent(new Event('online'));

    expect((await next).value?.seq).toBe(2);
    client.close();
    expect(listeners()).toBe(0);
  } finally {
    vi.unstubAllGlobals();
  }
});

function countedListeners(page: EventTarget) {
  let count = 0;
  const { addEventListener, removeEventListener } = page;
  page.addEventListener = (...given) => {
    count++;
    addEventListener.apply(page, given);
  };
  page.removeEventListener = (...given) => {
    count--;
    removeEventListener.apply(page, given);
  };
  return () => count;
}

function observed(gateway: Gateway, options: Parameters<Gateway['connect']>[0]) {
  const client = gateway.connect(options);
  const seen: ConnectionState[] = [];
  client.connection.subscribe(() => void seen.push(client.connection.state));
  return { client, seen };
}

const tellingOne = () =>
  aGateway({
    orderEvents: async function* ({ after }, { lastEventId }) {
      yield { orderEvents: anEntry(Number(lastEventId ?? after ?? 0) + 1) };
      await silence();
    },
  });
