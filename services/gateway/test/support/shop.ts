import { setTimeout as pause } from 'node:timers/promises';
import {
  type Access,
  defaultLimits,
  type Gateway,
  type GatewayOptions,
  type Limits,
  startGateway,
} from '@waybill/gateway';
import { type OrderBookServer, startOrderBook } from '@waybill/order-book';
import { createOrderBookClient, type OrderBookClient, Refused, Unavailable } from '@waybill/order-book-client';
import { openTestEngine, type TestEngine, type Written, type WrittenRun } from '@waybill/orders-client/testing';
import { openLog } from '@waybill/platform';
import { inject } from 'vitest';
import { type Driver, gatewayDriver } from './driver.ts';
import { anAccess, aToken } from './tokens.ts';

export type Shop = {
  testEngine: TestEngine;
  book: OrderBookClient;
  /** The gateway that most tests use. */
  gateway: Driver;
  /** One more gateway on the same engine and book; to an engine at another address where one is given. */
  anotherGateway: (options?: Options) => Promise<Driver>;
  closeBook: () => Promise<void>;
  close: () => Promise<void>;
};

type Options = {
  engine?: string;
  /** The method of the engine that it refuses. */
  refused?: string;
  /** Whether the book's change feed is available. */
  feed?: boolean;
  verdictTimeoutMs?: number;
  access?: Partial<Access>;
  limits?: Partial<Limits>;
  now?: () => Date;
};

const log = openLog('test', 'silent');

type Lateness = { bookLatencyMs?: number; booked?: Promise<void> };

/** A gateway with the real order book and a simplified order workflow; the book may be told late, or not until `booked`. */
export async function openShop({ bookLatencyMs = 0, booked }: Lateness = {}): Promise<Shop> {
  const server: OrderBookServer = await startOrderBook({ log, now: () => new Date() });
  const book = createOrderBookClient({ baseUrl: server.url });
  const onWritten = async ({ order, journal, ...identity }: Written) => {
    if (bookLatencyMs > 0) await pause(bookLatencyMs);
    await booked;
    await book.record(order.orderId, { order, entries: journal, ...identity }).catch(unlessTaken);
  };
  const onRunWritten = async ({ run, journal, fingerprint }: WrittenRun) => {
    await book.runs.record(run.runId, { run, entries: journal, fingerprint });
  };
  const testEngine = await openTestEngine(inject('temporalAddress'), onWritten, onRunWritten);

  const { anotherGateway, stopGateways } = createGateways(testEngine, book);
  const gateway = await anotherGateway();
  let bookOpen = true;
  const closeBook = async () => {
    if (bookOpen) await server.stop();
    bookOpen = false;
  };
  return {
    testEngine,
    book,
    gateway,
    anotherGateway,
    closeBook,
    async close() {
      await gateway.close();
      await stopGateways();
      await testEngine.close();
      await Promise.all([closeBook(), book.close()]);
    },
  };
}

function createGateways(testEngine: TestEngine, book: OrderBookClient) {
  const open: Gateway[] = [];
  const anotherGateway: Shop['anotherGateway'] = async (options = {}) => {
    const { engine, refused, feed = true, verdictTimeoutMs = 5_000, access, limits, now = () => new Date() } = options;
    const gateway = await startGateway({
      orders: engine ? testEngine.ordersAt(engine) : refused ? testEngine.ordersRefused(refused) : testEngine.orders,
      runs: testEngine.runs,
      book: feed ? book : { ...book, changes: () => Promise.reject(new Unavailable('The feed is silent')) },
      providers: aShelf(),
      access: anAccess(access),
      limits: { ...defaultLimits, ...limits },
      log,
      host: '127.0.0.1',
      port: 0,
      requestTimeoutMs: 60_000,
      verdictTimeoutMs,
      graceMs: 60_000, // nobody in a test is waited for
      now,
      newId: () => crypto.randomUUID(),
    });
    open.push(gateway);
    return gatewayDriver(gateway, await aToken());
  };
  return { anotherGateway, stopGateways: () => Promise.all(open.map((each) => each.stop())) };
}

/** The simplified workflow does not check whether its order existed before. */
function unlessTaken(error: unknown): void {
  if (!(error instanceof Refused)) throw error;
}

const product = { sku: 'BOOK-001', name: 'Book', prices: [{ amountMinor: 1850, currencyCode: 'USD' }], available: 10 };

/** Providers that serve only the catalogue. */
const aShelf = (): GatewayOptions['providers'] => {
  const unasked = () => Promise.reject(new Error('Nothing here asks the providers for this'));
  return {
    inventory: {
      reserve: unasked,
      release: unasked,
      check: unasked,
      status: unasked,
      restock: unasked,
      catalogue: async () => [product],
    },
    ready: unasked,
    audit: { whole: unasked, orders: unasked, byIds: unasked },
    context: { location: unasked, weather: unasked, catFact: unasked },
    chaos: {
      settings: unasked,
      change: unasked,
      pin: unasked,
      pins: unasked,
      log: unasked,
      nextLog: unasked,
      reset: unasked,
    },
  };
};
