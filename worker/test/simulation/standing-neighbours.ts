import type { OrderBookClient } from '@waybill/order-book-client';
import { type Orders, StartConflict } from '@waybill/orders-client';
import { createRunActivities, orderBookSinks } from '../../src/index.ts';
import { fakeRunProviders } from '../support/fake-run-providers.ts';
import type { runBookInMemory } from '../support/run-book-in-memory.ts';
import { runId } from './standing-schedule.ts';

type Neighbours = {
  book: ReturnType<typeof runBookInMemory>;
  placed: Map<string, number>;
  /** Whether somebody else has taken an order id. */
  isTaken: (orderId: string) => boolean;
  isFaulty: () => boolean;
};

/** The real activities of runs, whose orders are started in memory. */
export function createNeighbours({ book, placed, isTaken, isFaulty }: Neighbours) {
  const { providers } = fakeRunProviders(runId);
  const inventory = {
    ...providers.inventory,
    catalogue: async () => {
      if (isFaulty()) throw new Error('scripted: no catalogue');
      return providers.inventory.catalogue();
    },
  };
  const place: Orders['place'] = async (order) => {
    const orderId = order.orderId ?? '';
    if (order.placedBy !== runId) throw new StartConflict(orderId, 'Somebody else placed it', false);
    if (isTaken(orderId)) throw new StartConflict(orderId, 'Somebody else placed it', false);
    const isNew = !placed.has(orderId);
    placed.set(orderId, (placed.get(orderId) ?? 0) + (isNew ? 1 : 0));
    if (isFaulty()) throw new Error('scripted: the reply was lost');
    return { orderId, placed: null };
  };
  const books = { runs: book, identity: async () => undefined } as unknown as OrderBookClient;
  const runs = { tellRefund: async () => false };
  const dependencies = { providers: { ...providers, inventory } as never, book: books, orders: { place }, runs };
  return { activities: createRunActivities(dependencies), sinks: orderBookSinks(books, { info: () => undefined }) };
}
