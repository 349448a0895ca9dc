import { Context } from '@temporalio/activity';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { AuditCursor, OpenOrders } from '../book-audit/page.ts';
import { type Reconciliation, reconcilePage } from '../book-audit/reconcile.ts';

export type AuditedPage = { found: Reconciliation; next: AuditCursor | null };

/** The audit of the order book, a page at a time: where book and engine differ, the engine is right. */
export const createBookAuditActivities = (book: OrderBookClient, engine: OpenOrders) => ({
  async reconcilePage(cursor?: AuditCursor): Promise<AuditedPage> {
    const context = Context.current();
    const read: OpenOrders['read'] = (orderId, afterSeq) => {
      context.heartbeat({ orderId });
      return engine.read(orderId, afterSeq);
    };
    return reconcilePage(book, { ...engine, read }, cursor);
  },
});

export type BookAuditActivities = ReturnType<typeof createBookAuditActivities>;
