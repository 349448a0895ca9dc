import { EventEmitter, on } from 'node:events';
import { type BookedOrder, type ChangePage, limits as orderLimits, type Product } from '@waybill/contracts';
import { type CommandEnvelope, type JournalEntry, type OrderState, orderAsPlaced } from '@waybill/contracts/domain';
import { type Access, defaultLimits, type GatewayOptions, type Limits, startGateway } from '@waybill/gateway';
import { NotRunning } from '@waybill/orders-client';
import { anOrder } from '@waybill/orders-client/testing';
import { openLog } from '@waybill/platform';
import { gatewayDriver } from './driver.ts';
import { anAccess, aToken } from './tokens.ts';

type Orders = GatewayOptions['orders'];
type Book = GatewayOptions['book'];
export type Standing = Awaited<ReturnType<typeof aGatewayStanding>>;

type StandingParts = { limits?: Partial<Limits>; access?: Partial<Access>; log?: GatewayOptions['log'] };

/** A gateway with its real transports, on an engine, a book and providers that say what a test tells them to. */
export async function aGatewayStanding({ limits, access, log = openLog('test', 'silent') }: StandingParts = {}) {
  const world = aWorld();
  const gateway = await startGateway({
    ...world.parts,
    access: anAccess(access),
    limits: { ...defaultLimits, costPerSecond: 1e9, ...limits },
    log,
    host: '127.0.0.1',
    port: 0,
    verdictTimeoutMs: 50,
    graceMs: 0,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
  });
  const driver = gatewayDriver(gateway, await aToken());
  const close = async () => {
    await driver.close();
    await gateway.stop();
  };
  return { ...world, gateway: driver, close };
}

/** What the engine, the book and the providers know, and every call that they were asked. */
function aWorld() {
  const calls: string[] = [];
  const heard: Pick<CommandEnvelope, 'commandId' | 'fingerprint'>[] = [];
  const running = new Map<string, OrderState>();
  const booked = new Map<string, BookedOrder>();
  const journal: JournalEntry[] = [];
  const products = [{ ...product }];
  const feed: ChangePage[] = [];
  const news = new EventEmitter().setMaxListeners(0);
  const called = (name: string) => void calls.push(name);

  const stateOf = (id: string): OrderState => {
    const state = running.get(id);
    if (!state) throw new NotRunning(`There is no workflow for ${id}`);
    return state;
  };
  const told = (order: OrderState) => ({ order, journal: [], running: null, taskFailing: false });
  const orders: Orders = {
    place: async () => {
      called('engine.place');
      return { orderId: 'ORD-NEW', placed: { ...anOrder(), orderId: 'ORD-NEW', fingerprint: '' } };
    },
    command: async (_id, _name, { commandId, fingerprint }) => {
      called('engine.command');
      heard.push({ commandId, fingerprint });
    },
    read: async (id) => {
      called('engine.read');
      return { order: stateOf(id), journal: [] };
    },
    running: async () => {
      called('engine.running');
      return null;
    },
    verdict: async () => null,
    placedAs: async () => undefined,
    history: async () => null,
    taskFailing: async () => false,
    reachable: async () => true,
    workers: async () => [],
    async *follow(id, _afterSeq, signal) {
      called('engine.follow');
      yield told(stateOf(id));
      try {
        for await (const _ of on(news, id, { signal })) yield told(stateOf(id));
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
  const book: Book = {
    runs: {} as Book['runs'],
    find: async (id) => {
      called('book.find');
      return booked.get(id);
    },
    identity: async () => undefined,
    claimPaymentReference: async ({ orderId }) => ({ orderId }),
    setAttention: async () => undefined,
    byIds: async (ids) => {
      called('book.byIds');
      return ids.flatMap((id) => booked.get(id) ?? []);
    },
    page: async ({ first = 20 }) => {
      called('book.page');
      const edges = [...booked.values()].slice(0, first).map((each) => ({ cursor: each.order.orderId, booked: each }));
      return { edges, hasNextPage: false, hasPreviousPage: false, totalCount: null, changesCursor: '0' };
    },
    journal: async (_id, { after = 0 } = {}) => {
      called('book.journal');
      return { entries: journal.filter(({ seq }) => seq > after), hasMore: false, hasEarlier: false };
    },
    counts: async () => {
      called('book.counts');
      return { total: booked.size, byStatus: [], needingAttention: 0, stuck: 0, oldestWaitingSince: null };
    },
    unbalanced: async () => {
      called('book.unbalanced');
      return { ids: [], count: 0 };
    },
    fullJournal: async () => {
      called('book.fullJournal');
      return { entries: [], hasNextPage: false };
    },
    changes: async ({ after, waitMs = 0, signal } = {}) => {
      called('book.changes');
      const page = feed[Number(after ?? feed.length)];
      if (page) return page;
      if (waitMs > 0) await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      return { changes: [], cursor: String(feed.length) };
    },
  };
  const unasked = () => Promise.reject(new Error('Nothing here asks the providers for this'));
  const inventory = {
    ...{ reserve: unasked, release: unasked, check: unasked, status: unasked },
    restock: async () => {
      called('providers.restock');
      return product;
    },
    catalogue: async () => {
      called('providers.catalogue');
      return [...products];
    },
  };
  const settings = async () => {
    called('providers.chaos');
    return { profile: 'calm' as const, seed: 'seed', operations: [] };
  };
  const pins = async () => ({ pins: [] });
  const chaos = { settings, change: settings, pin: settings, reset: settings, pins, log: unasked, nextLog: unasked };

  return {
    calls,
    /** The commands that the engine was given. */
    heard,
    running,
    booked,
    journal,
    products,
    feed,
    /** Something has happened in the order. */
    happen: (id: string) => {
      const { revision, ...state } = stateOf(id);
      running.set(id, { ...state, revision: revision + 1 });
      news.emit(id);
    },
    parts: {
      orders,
      runs: {} as GatewayOptions['runs'],
      book,
      providers: {
        inventory,
        chaos,
        ready: async () => ({ status: 'ready' }),
      } as unknown as GatewayOptions['providers'],
    },
  };
}

export const product: Product = {
  sku: 'BOOK-001',
  name: 'Book',
  prices: [{ amountMinor: 1850, currencyCode: 'USD' }],
  available: orderLimits.quantity,
};

/** An order that is under way. */
export const anOrderUnderWay = (orderId: string, changes: Partial<OrderState> = {}): OrderState => ({
  ...orderAsPlaced({ ...anOrder(), orderId, fingerprint: '' }),
  status: 'PROCESSING',
  revision: 1,
  ...changes,
});

export const inTheBook = (order: OrderState): BookedOrder => ({
  order,
  attention: null,
  fingerprint: '',
  asOf: order.updatedAt,
});
