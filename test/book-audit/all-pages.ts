import type { OrderBookClient } from '@waybill/order-book-client';
import type { AuditCursor } from '../../worker/src/book-audit/page.ts';
import { type Executions, type Reconciliation, reconcilePage } from '../../worker/src/book-audit/reconcile.ts';

/** All pages of an audit. */
export async function reconcile(inBook: OrderBookClient, engine: Executions): Promise<Reconciliation> {
  const { found, next } = await reconcilePage(inBook, engine);
  const all = { ...found };
  for (let cursor: AuditCursor | null = next; cursor; ) {
    const page = await reconcilePage(inBook, engine, cursor);
    for (const kind of ['mended', 'lost', 'recovered', 'unanswered', 'stuck'] as const)
      all[kind] = [...all[kind], ...page.found[kind]];
    all.refused = [...all.refused, ...page.found.refused];
    all.compared += page.found.compared;
    cursor = page.next;
  }
  return all;
}
