import type { OrderAnswer } from '@waybill/contracts/domain';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { Position } from './compare.ts';

/** An order as the engine has it, and what is to be reported to the order book. */
export type EngineOrder = OrderAnswer & {
  fingerprint: string;
  attention: 'STUCK' | 'RETRYING' | null;
  hasEnded: boolean;
};

/** The engine's view of the orders. */
export interface OpenOrders {
  /**
   * A page of the orders that the engine has open, and of those whose workflow was ended from outside, which are among
   * `ended`; and where to go on, empty after the last.
   */
  page(after: string): Promise<{ orderIds: string[]; ended: string[]; next: string }>;
  /**
   * One order, open or not, with its journal after `afterSeq`; undefined where the engine has nothing to say of it any
   * more, `unanswered` where no worker can say how it stands; `failing` when that is for a bug in its workflow.
   */
  read(orderId: string, afterSeq: number): Promise<EngineOrder | 'unanswered' | 'failing' | undefined>;
  recovering(orderId: string): Promise<boolean | 'failing'>;
  recover(orderId: string): Promise<void>;
}

/** How far an audit has come: through the orders that the book has open, those that the engine has, and the book's open runs. */
export type AuditCursor = { pass: 'BOOK' | 'ENGINE' | 'RUNS'; after: string };
export const auditBegins: AuditCursor = { pass: 'BOOK', after: '' };

const pageSize = 100;

type Book = Pick<OrderBookClient, 'open' | 'byIds'>;
type Page = { positions: Position[]; next: AuditCursor | null };

export async function openInBook(book: Book, { after }: AuditCursor): Promise<Page> {
  const { orders, hasMore } = await book.open({ after, first: pageSize });
  const last = orders.at(-1);
  return {
    positions: orders.map(({ orderId: id, ...order }) => ({ ...order, id, isOpen: true })),
    next: hasMore && last ? { pass: 'BOOK', after: last.orderId } : { pass: 'ENGINE', after: '' },
  };
}

/**
 * Those of a page of the engine's that the book does not have open: it has them closed, or not at all. Of those that have
 * ended only the latter: what the book knows of these, it shows by itself.
 */
export async function openInEngine(book: Book, engine: OpenOrders, { after }: AuditCursor): Promise<Page> {
  const { orderIds, ended, next } = await engine.page(after);
  const hasEnded = new Set(ended);
  const booked = new Map((await book.byIds(orderIds)).map((each) => [each.order.orderId, each]));
  const positions = orderIds.flatMap((orderId) => {
    const { order, attention = null } = booked.get(orderId) ?? {};
    const revision = order?.revision ?? 0;
    const isKnown = order && (order.closedAt === null || hasEnded.has(orderId));
    return isKnown ? [] : [{ id: orderId, revision, seq: revision, attention, isOpen: !order }];
  });
  return { positions, next: next === '' ? { pass: 'RUNS', after: '' } : { pass: 'ENGINE', after: next } };
}

/** A run is in the book before it does anything. */
export async function openRunsInBook(
  { runs: book }: Pick<OrderBookClient, 'runs'>,
  { after }: AuditCursor,
): Promise<Page> {
  const { runs, hasMore } = await book.open({ after, first: pageSize });
  const last = runs.at(-1);
  return {
    positions: runs.map(({ runId: id, ...run }) => ({ ...run, id, isOpen: true })),
    next: hasMore && last ? { pass: 'RUNS', after: last.runId } : null,
  };
}
