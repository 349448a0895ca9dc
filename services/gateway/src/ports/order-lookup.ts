import type { BookedOrder } from '@waybill/contracts';
import type { OrderState } from '@waybill/contracts/words';
import type { OrderSnapshot, Viewer } from '@waybill/graphql';
import { Unavailable } from '@waybill/order-book-client';
import { EngineUnavailable, NotAnswering, NotRunning, type RunningWork } from '@waybill/orders-client';
import { faultLine } from '@waybill/platform';
import { sharing } from '../live/single-flight.ts';
import { withoutWorkflow } from '../live/snapshot.ts';
import { unbooked } from '../live/unbooked.ts';
import type { Surroundings } from './dependencies.ts';

export type Find = (id: string) => Promise<OrderSnapshot | undefined>;

export type Finding = {
  find: Find;
  findMany: (ids: readonly string[]) => Promise<(OrderSnapshot | undefined)[]>;
};

/**
 * Finds an order where it is known best: with a watch that is running; when it is closed, in the book; else with a watch
 * that begins now, or its workflow, and when that is gone or does not answer, in the book again. A closed order's
 * workflow is never asked, and nor is one for somebody who may not see its order.
 */
export function finding({ orders, book, snapshots, watching, log }: Omit<Surroundings, 'changes'>) {
  const inBook: Find = sharing(async (id) => {
    const booked = await book.find(id);
    return booked && snapshots.booked(booked);
  });

  const ended: Find = async (id) => {
    const booked = (await book.find(id)) ?? (await unbooked(orders, id));
    return booked && snapshots.booked(withoutWorkflow(booked));
  };

  /** As its workflow knows it; undefined where none is running. */
  const live = sharing<OrderSnapshot | undefined>(async (id) => {
    try {
      const { order } = await orders.read(id);
      return snapshots.live(order, await runningNow(order));
    } catch (error) {
      if (error instanceof NotRunning) return undefined;
      if (!(error instanceof EngineUnavailable || error instanceof NotAnswering)) throw error;
      log.warn({ orderId: id, error: faultLine(error) }, 'an order is answered from the book');
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

  const inBookTogether = async (ids: readonly string[], as = (booked: BookedOrder) => booked) => {
    const booked = ids.length > 0 ? await book.byIds(ids) : [];
    return new Map(booked.map((each) => [each.order.orderId, snapshots.booked(as(each))]));
  };

  /** What the book knows of is worth a watch, which answers whoever asks next. */
  const lingering = async (id: string, known: OrderSnapshot | undefined) => {
    const order = (known && (await watching.read(known))) ?? (await live(id));
    return known && order && known.revision > order.revision ? known : order; // started again beside the one in the book
  };

  return (viewer: Viewer | null): Finding => {
    const isEnough = (known: OrderSnapshot | undefined): boolean =>
      known !== undefined && (known.closedAt !== null || !maySee(viewer, known));
    const now = async (id: string, known: OrderSnapshot | undefined) =>
      (await watching.current(id)) ?? (isEnough(known) ? known : lingering(id, known));

    return {
      async find(id) {
        const watched = await watching.current(id);
        if (watched) return watched;
        const known = await inBook(id).catch(ifItCanBeDoneWithout);
        return isEnough(known) ? known : ((await lingering(id, known)) ?? ended(id));
      },

      /** The book is asked for all of them at once; the engine only for those of which that is not enough. */
      async findMany(ids) {
        const known = await inBookTogether(ids).catch(ifItCanBeDoneWithout);
        const found = await Promise.all(ids.map((id) => now(id, known?.get(id))));
        const closedMeanwhile = await inBookTogether(
          ids.filter((_, at) => !found[at]),
          withoutWorkflow,
        );
        return Promise.all(ids.map((id, at) => found[at] ?? closedMeanwhile.get(id) ?? ended(id)));
      },
    };
  };
}

const maySee = (viewer: Viewer | null, { customerId }: OrderSnapshot): boolean =>
  viewer?.role !== 'CUSTOMER' || viewer.id === customerId;

/** While the book is away, the engine still knows every order that is not closed. */
function ifItCanBeDoneWithout(error: unknown): undefined {
  if (!(error instanceof Unavailable)) throw error;
}
