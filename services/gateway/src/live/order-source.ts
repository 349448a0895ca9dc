import type { JournalEntry } from '@waybill/contracts/domain';
import { OrderNotFound, type OrderSnapshot } from '@waybill/graphql';
import { isBeingWorkedOn, type Orders } from '@waybill/orders-client';
import { createBookSource } from './book-source.ts';
import { lostUnlessRunning } from './lost-order.ts';
import { beforeRecord } from './missing-record.ts';
import type { Book } from './order-book.ts';
import type { OrderSnapshots } from './order-snapshot.ts';
import { nullWhenUnavailable } from './running-work.ts';
import type { Source } from './source.ts';

export type OrderSource = Source<OrderSnapshot, JournalEntry>;

type OrderSourceOptions = {
  orders: Pick<Orders, 'follow' | 'read' | 'running' | 'taskFailing' | 'isRunning' | 'placedAs'>;
  book: Pick<Book, 'find' | 'byIds' | 'journal' | 'setAttention'>;
  snapshots: OrderSnapshots;
};

/** Orders, from the engine and the order book. */
export const createOrderSource = ({ orders, book, snapshots }: OrderSourceOptions): OrderSource => ({
  noun: 'order',
  idOf: ({ orderId }) => orderId,
  async *follow(id, afterSeq, signal, onFault) {
    for await (const { order, journal, running, taskFailing, trace } of orders.follow(id, afterSeq, signal, onFault))
      yield { snapshot: snapshots.fromWorkflow(order, running, taskFailing), journal, trace };
  },
  async read(id, afterSeq) {
    const { order, journal, trace } = await orders.read(id, afterSeq);
    return { snapshot: snapshots.fromWorkflow(order), journal, trace };
  },
  withWork: async (order) => ({ ...order, running: await orders.running(order).catch(nullWhenUnavailable) }),
  isBeingWorkedOn: (order) => isBeingWorkedOn({ order }),
  taskFailing: (id) => orders.taskFailing(id),
  isRunning: (id) => orders.isRunning(id),
  ...createBookSource({
    book,
    fromBook: snapshots.fromBook,
    beforeRecord: (id) => beforeRecord(orders, id),
    lostUnlessRunning: (booked) => lostUnlessRunning(orders, book, booked),
    unknown: 'ORDER_NOT_FOUND',
  }),
  notFound: (id) => new OrderNotFound(id),
});
