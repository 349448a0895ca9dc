import { connect, type OrderEvent } from '@waybill/client';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Driver } from '../services/gateway/test/support/driver.ts';
import { eventually } from '../services/gateway/test/support/eventually.ts';
import { approving, aWaitingOrder } from '../services/gateway/test/support/sentences.ts';
import { openShop, type Shop } from '../services/gateway/test/support/shop.ts';
import { aToken } from '../services/gateway/test/support/tokens.ts';
import { aTcpProxy, type TcpProxy } from './support/tcp-proxy.ts';

/** Random orders that are cut over each transport. */
const cutsOfEach = process.env.WAYBILL_PROVE === 'on' ? 30 : 5;

let shop: Shop;
let proxy: TcpProxy;
let gateway: Driver;
beforeAll(async () => {
  shop = await openShop({ bookLatencyMs: 20 });
  proxy = await aTcpProxy();
  await takeOver();
});
afterAll(async () => {
  await proxy.close();
  await shop.close();
});

test.each(['ws', 'sse'] as const)(
  'over %s, an order is delivered once, in order and to its end, despite any disconnects',
  async (transport) => {
    const story = fc.record({
      before: fc.array(aMoment, { maxLength: 6 }),
      around: fc.array(aCut, { maxLength: 3 }),
    });
    const told = async ({ before, around }: { before: Moment[]; around: Cut[] }) => {
      const id = await aWaitingOrder(shop.gateway);
      await using follower = await aFollower(transport, id);
      let happened = 2;
      for (const { times, patient, cut } of before) {
        await shop.testEngine.happen(id, times);
        happened += times;
        if (patient) await follower.hasSeen(happened);
        await cuts[cut](follower);
      }
      const closing = shop.gateway.told(approving(id));
      for (const cut of around) await cuts[cut](follower);
      await closing;

      const journal = await follower.all;

      expect(journal.map(({ seq }) => seq)).toEqual(Array.from({ length: happened + 2 }, (_, at) => at + 1));
      expect(journal.at(-1)?.type).toBe('ORDER_CLOSED');
    };

    await fc.assert(fc.asyncProperty(story, told), { seed: 20, numRuns: cutsOfEach, endOnFailure: true });
  },
  60_000 + cutsOfEach * 4_000,
);

type Follower = Awaited<ReturnType<typeof aFollower>>;
type Cut = keyof typeof cuts;

/** Who breaks a connection, and how. */
const cuts = {
  /** The client itself. */
  client: async ({ breakOff }: Follower) => breakOff(),
  /** The network, which tells both ends of it. */
  network: async () => proxy.cut(),
  /** The network, which tells the gateway nothing. */
  silence: async () => proxy.cutSilently(),
  /** A gateway that leaves when its successor is there. */
  handover: async () => {
    const leaving = gateway;
    await takeOver();
    void leaving.stop();
  },
  /** A gateway that is away for a while, and another comes. */
  restart: async () => {
    proxy.forwardTo(undefined);
    proxy.cut();
    void gateway.stop();
    await takeOver();
  },
};

const aCut = fc.constantFrom(...(Object.keys(cuts) as Cut[]));

/** A number of changes of the order, and then a disconnection: after they arrived, or meanwhile. */
type Moment = { times: number; patient: boolean; cut: Cut };
const aMoment = fc.record({ times: fc.integer({ min: 1, max: 4 }), patient: fc.boolean(), cut: aCut });

async function takeOver(): Promise<void> {
  gateway = await shop.anotherGateway();
  proxy.forwardTo(gateway.url);
}

/** A client that reads the order's journal, and can drop its connections. */
async function aFollower(transport: 'ws' | 'sse', id: string) {
  const token = await aToken();
  const open = new Set<() => void>();
  class Breakable extends WebSocket {
    constructor(url: string, protocol: string) {
      super(url, protocol);
      open.add(() => this.terminate());
    }
  }
  const breakable: typeof fetch = (url, init) => {
    const breaking = new AbortController();
    open.add(() => breaking.abort());
    return fetch(url, { ...init, signal: AbortSignal.any([breaking.signal, ...(init?.signal ? [init.signal] : [])]) });
  };
  const client = connect({
    url: proxy.url,
    token: () => token,
    transport,
    WebSocket: Breakable,
    fetch: breakable,
    random: () => 0.02, // it comes back soon
  });

  const journal: OrderEvent[] = [];
  const read = async () => {
    for await (const entry of client.orders.events(id)) journal.push(entry);
    return journal;
  };
  const all = read();
  all.catch(() => undefined);
  return {
    all,
    hasSeen: (count: number) => eventually(() => expect(journal.length).toBeGreaterThanOrEqual(count)),
    breakOff: () => {
      for (const close of open) close();
      open.clear();
    },
    [Symbol.asyncDispose]: async () => client.close(),
  };
}
