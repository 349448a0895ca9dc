import type { OrderAnswer } from '@waybill/contracts/domain';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { Position } from './compare.ts';

/** An order in the engine, and the attention to report to the order book. */
export type EngineOrder = OrderAnswer & {
  fingerprint: string;
  attention: 'STUCK' | 'RETRYING' | null;
  hasEnded: boolean;
};

/** The engine's view of the orders. */
export interface OpenOrders {
  /**
   * A page of the orders that are open in the engine, and of those whose workflow was ended from outside, which are in
   * `ended`; with the token of the next page, empty after the last.
   */
  page(after: string): Promise<{ orderIds: string[]; ended: string[]; next: string }>;
  /**
   * One order, open or not, with its journal after `afterSeq`; undefined if the engine no longer has it, `unanswered`
   * if no worker answers; `failing` if that is because of a bug in its workflow.
   */
  read(orderId: string, afterSeq: number): Promise<EngineOrder | 'unanswered' | 'failing' | undefined>;
  /** A page of the orders that have ended since a time, or that the engine still has, and the token of the next page. */
  ended(page: { after: string; since: string | null }): Promise<{ ids: string[]; next: string }>;
  recovering(orderId: string): Promise<boolean | 'failing'>;
  recover(orderId: string): Promise<void>;
}

/**
 * The position of an audit: in the orders that are open in the book, then those of the engine, then the open runs in
 * the book; then in the orders and runs of the engine that the book may have lost.
 */
export type AuditCursor =
  | { pass: 'BOOK' | 'ENGINE' | 'RUNS'; after: string }
  | { pass: 'LOST_ORDERS' | 'LOST_RUNS'; after: string; since?: string | null; begunAt?: string };
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
 * The orders of an engine page that are not open in the book. Of those that have ended, only orders that the book does
 * not have.
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
    next: hasMore && last ? { pass: 'RUNS', after: last.runId } : { pass: 'LOST_ORDERS', after: '' },
  };
}
