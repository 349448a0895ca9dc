import { Context } from '@temporalio/activity';
import { type OpenOrders, type OrderBookClient, type Reconciliation, reconcile } from '@waybill/order-book-client';

/** The audit of the books: what the engine knows is right, and the book follows. */
export const bookAuditActivities = (book: OrderBookClient, engine: OpenOrders) => ({
  async reconcileBooks(): Promise<Reconciliation> {
    const context = Context.current();
    const read: OpenOrders['read'] = (orderId, afterSeq) => {
      context.heartbeat({ orderId });
      return engine.read(orderId, afterSeq);
    };
    return reconcile(book, { ids: () => engine.ids(), read });
  },
});

export type BookAuditActivities = ReturnType<typeof bookAuditActivities>;
