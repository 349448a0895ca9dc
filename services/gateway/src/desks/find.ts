import type { OrderState } from '@waybill/contracts/words';
import type { OrderSnapshot } from '@waybill/graphql';
import { Unavailable } from '@waybill/order-book-client';
import { EngineUnavailable, NotAnswering, NotRunning, type RunningWork } from '@waybill/orders-client';
import { withoutWorkflow } from '../watching/snapshot.ts';
import { sharing } from './sharing.ts';
import type { Surroundings } from './surroundings.ts';

export type Find = (id: string) => Promise<OrderSnapshot | undefined>;

/**
 * Finds an order where it is known best: with a watch that is running; when it is closed, in the book; else with a watch
 * that begins now, or its workflow, and when that is gone or does not answer, in the book again. A closed order's workflow is never asked.
 */
export function finding({ orders, book, snapshots, watching, log }: Omit<Surroundings, 'changes'>): Find {
  const inBook: Find = async (id) => {
    const booked = await book.find(id);
    return booked && snapshots.booked(booked);
  };

  const ended: Find = async (id) => {
    const booked = await book.find(id);
    return booked && snapshots.booked(withoutWorkflow(booked));
  };

  const find = sharing<OrderSnapshot | undefined>(async (id) => {
    const known = await inBook(id).catch(ifItCanBeDoneWithout);
    if (known?.closedAt) return known;
    const watched = known && (await watching.read(id));
    if (watched) return watched;
    try {
      const { order } = await orders.read(id);
      if (known && known.revision > order.revision) return known; // started again beside the one that the book knows
      return snapshots.live(order, await runningNow(order));
    } catch (error) {
      if (error instanceof NotRunning) return ended(id);
      if (!(error instanceof EngineUnavailable || error instanceof NotAnswering)) throw error;
      log.warn({ orderId: id, error: error.message }, 'an order is answered from the book');
      const booked = await inBook(id).catch(() => undefined);
      if (!booked) throw error;
      return (await isFailing(id)) ? { ...booked, taskFailing: true } : booked;
    }
  });

  /** A workflow with a bug answers nothing either; the engine knows of it all the same. */
  const isFailing = (id: string): Promise<boolean> => orders.taskFailing(id).catch(() => false);

  /** Only adds to the answer: without it, the order says how it began its step. */
  const runningNow = (order: OrderState): Promise<RunningWork | null> =>
    orders.running(order).catch((error: unknown) => {
      if (error instanceof EngineUnavailable || error instanceof NotRunning) return null;
      throw error;
    });

  return async (id) => (await watching.current(id)) ?? find(id);
}

/** While the book is away, the engine still knows every order that is not closed. */
function ifItCanBeDoneWithout(error: unknown): undefined {
  if (!(error instanceof Unavailable)) throw error;
}

/** Closed orders come from the book in one call; the others are asked one by one, as they are now. */
export const findingMany =
  ({ book, snapshots }: Surroundings, find: Find) =>
  async (ids: readonly string[]): Promise<(OrderSnapshot | undefined)[]> => {
    const booked = await book.byIds(ids).catch(() => []);
    const closed = new Map(booked.filter(({ order }) => order.closedAt).map((each) => [each.order.orderId, each]));
    return Promise.all(
      ids.map((id) => {
        const known = closed.get(id);
        return known ? snapshots.booked(known) : find(id);
      }),
    );
  };
