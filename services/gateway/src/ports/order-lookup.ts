import type { BookedOrder } from '@waybill/contracts';
import type { OrderState } from '@waybill/contracts/domain';
import type { OrderSnapshot, Viewer } from '@waybill/graphql';
import { Unavailable } from '@waybill/order-book-client';
import { EngineUnavailable, NotAnswering, NotRunning, type RunningWork } from '@waybill/orders-client';
import { faultLine } from '@waybill/platform';
import { withoutWorkflow } from '../live/lost.ts';
import { createSingleFlight } from '../live/single-flight.ts';
import { unbooked } from '../live/unbooked.ts';
import type { PortDependencies } from './dependencies.ts';

export type FindOrder = (id: string) => Promise<OrderSnapshot | undefined>;

export type OrderLookup = {
  find: FindOrder;
  findMany: (ids: readonly string[]) => Promise<(OrderSnapshot | undefined)[]>;
};

/**
 * Finds an order in the best source: a running watch; the order book when it is closed; else a watch that starts now, or its
 * workflow; and when that has ended or does not answer, the book again. The workflow of a closed order is never queried, and
 * neither is one for a viewer who may not see its order.
 */
export function createOrderLookup({ orders, book, snapshots, watches, log }: Omit<PortDependencies, 'changeFeed'>) {
  const inBook: FindOrder = createSingleFlight(async (id) => {
    const booked = await book.find(id);
    return booked && snapshots.fromBook(booked);
  });

  const ended: FindOrder = async (id) => {
    const booked = (await book.find(id)) ?? (await unbooked(orders, id));
    return booked && snapshots.fromBook(await withoutWorkflow(book, booked));
  };

  /** The state in its workflow; undefined where none is running. */
  const live = createSingleFlight<OrderSnapshot | undefined>(async (id) => {
    try {
      const { order } = await orders.read(id);
      return snapshots.fromWorkflow(order, await runningNow(order));
    } catch (error) {
      if (error instanceof NotRunning) return undefined;
      if (!(error instanceof EngineUnavailable || error instanceof NotAnswering)) throw error;
      log.warn({ orderId: id, error: faultLine(error) }, 'an order is answered from the book');
      const booked = await inBook(id).catch(() => undefined);
      if (!booked) throw error;
      return (await isFailing(id)) ? { ...booked, taskFailing: true } : booked;
    }
  });

  /** A workflow that fails for a bug does not answer either; the engine knows of it. */
  const isFailing = (id: string): Promise<boolean> => orders.taskFailing(id).catch(() => false);

  /** An addition: without it, the order shows its step as it began. */
  const runningNow = (order: OrderState): Promise<RunningWork | null> =>
    orders.running(order).catch((error: unknown) => {
      if (error instanceof EngineUnavailable || error instanceof NotRunning) return null;
      throw error;
    });

  const inBookTogether = async (ids: readonly string[], as = async (booked: BookedOrder) => booked) => {
    const booked = ids.length > 0 ? await book.byIds(ids) : [];
    const found = await Promise.all(booked.map(as));
    return new Map(found.map((each) => [each.order.orderId, snapshots.fromBook(each)]));
  };

  /** An order that the book has gets a watch, which answers the next reads. */
  const watchedOrLive = async (id: string, known: OrderSnapshot | undefined) => {
    const order = (known && (await watches.read(known))) ?? (await live(id));
    return known && order && known.revision > order.revision ? known : order; // started again beside the one in the book
  };

  return (viewer: Viewer | null): OrderLookup => {
    const isEnough = (known: OrderSnapshot | undefined): boolean =>
      known !== undefined && (known.closedAt !== null || !isVisible(viewer, known));
    const now = async (id: string, known: OrderSnapshot | undefined) =>
      (await watches.current(id)) ?? (isEnough(known) ? known : watchedOrLive(id, known));

    return {
      async find(id) {
        const watched = await watches.current(id);
        if (watched) return watched;
        const known = await inBook(id).catch(undefinedWhenUnavailable);
        return isEnough(known) ? known : ((await watchedOrLive(id, known)) ?? ended(id));
      },

      /** One call to the book for all of them; the engine is asked only for those of which that is not enough. */
      async findMany(ids) {
        const known = await inBookTogether(ids).catch(undefinedWhenUnavailable);
        const found = await Promise.all(ids.map((id) => now(id, known?.get(id))));
        const closedMeanwhile = await inBookTogether(
          ids.filter((_, at) => !found[at]),
          (booked) => withoutWorkflow(book, booked),
        );
        return Promise.all(ids.map((id, at) => found[at] ?? closedMeanwhile.get(id) ?? ended(id)));
      },
    };
  };
}

const isVisible = (viewer: Viewer | null, { customerId }: OrderSnapshot): boolean =>
  viewer?.role !== 'CUSTOMER' || viewer.id === customerId;

/** While the book is unavailable, the engine has every order that is not closed. */
function undefinedWhenUnavailable(error: unknown): undefined {
  if (!(error instanceof Unavailable)) throw error;
}
