import type { Recorded } from '@waybill/contracts';
import type { Attention, OrderAnswer } from '@waybill/contracts/words';
import { Refused } from '@waybill/http-client';
import type { OrderBookClient } from './client.ts';

/** An order as the engine has it; stuck, when an operator should look at it. */
export type EngineOrder = OrderAnswer & { fingerprint: string; isStuck: boolean };

/** The engine's view of the orders. */
export interface OpenOrders {
  /** The ids of the orders that the engine has open. */
  ids(): AsyncIterable<string> | Iterable<string>;
  /**
   * One order, open or not, with its journal after `afterSeq`; undefined where the engine does not know it any more,
   * `unanswered` where it does, and no worker can say how it stands; `failing` when that is for a bug in its workflow.
   */
  read(orderId: string, afterSeq: number): Promise<EngineOrder | 'unanswered' | 'failing' | undefined>;
}

export type Reconciliation = {
  compared: number;
  /** Lagged behind the engine, and do no more. An order that is just changing may be among them. */
  mended: string[];
  /** Open in the book, and unknown to the engine. */
  lost: string[];
  /** Known to the engine, and not to be had from a worker: none is there, or a bug is in the way. */
  unanswered: string[];
  /** Do not get on by themselves. */
  stuck: string[];
  /** Lag, and the book will not have what the engine says: someone must look. */
  refused: { orderId: string; code: string }[];
};

/** At most so many entries go with one write. */
const entriesAtOnce = 1000;

type Book = Pick<OrderBookClient, 'open' | 'find' | 'record' | 'setAttention'>;

/** Where the book is with an order, and whether it thinks that somebody should look at it. */
type Position = Recorded & { attention: Attention | null };

type Compared = { orderId: string; position: Position; answer: EngineOrder | 'failing' };

/**
 * Compares the orders that are open in the engine or in the book, brings the book up to date where it lags, and has it
 * say of each order that is stuck, and of no other, that it is.
 */
export async function reconcile(book: Book, engine: OpenOrders): Promise<Reconciliation> {
  const inBook = await openInBook(book);
  const orderIds = new Set(inBook.keys());
  for await (const orderId of engine.ids()) orderIds.add(orderId);

  const found: Reconciliation = { compared: 0, mended: [], lost: [], unanswered: [], stuck: [], refused: [] };
  for (const orderId of orderIds) {
    const position = inBook.get(orderId) ?? (await closedInBook(book, orderId));
    const answer = await engine.read(orderId, position.seq);
    found.compared += 1;
    if (!answer) found.lost.push(orderId);
    else if (answer === 'unanswered') found.unanswered.push(orderId);
    else if (await mend(book, { orderId, position, answer }, found))
      await attend(book, { orderId, position, answer }, found);
  }
  return found;
}

async function openInBook(book: Book): Promise<Map<string, Position>> {
  const positions = new Map<string, Position>();
  let page = await book.open({ first: 1000 });
  for (;;) {
    for (const { orderId, ...position } of page.orders) positions.set(orderId, position);
    const last = page.orders.at(-1);
    if (!page.hasMore || !last) return positions;
    page = await book.open({ after: last.orderId, first: 1000 });
  }
}

/** Where the book is with an order that is not open there: nowhere, or at its end. */
async function closedInBook(book: Book, orderId: string): Promise<Position> {
  const { order, attention = null } = (await book.find(orderId)) ?? {};
  const revision = order?.revision ?? 0;
  return { revision, seq: revision, attention };
}

const lags = (position: Recorded, { order, journal }: EngineOrder): boolean =>
  order.revision > position.revision || journal.length > 0;

/** Brings the book as far as the engine is. False where the book will not have it: its order may be another one. */
async function mend(book: Book, { orderId, position, answer }: Compared, found: Reconciliation): Promise<boolean> {
  if (answer === 'failing') found.unanswered.push(orderId);
  if (answer === 'failing' || !lags(position, answer)) return true;
  const { order, journal, fingerprint } = answer;
  try {
    await book.record(orderId, { order, entries: journal.slice(0, entriesAtOnce), fingerprint });
    found.mended.push(orderId);
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    found.refused.push({ orderId, code: error.code });
    return false;
  }
}

async function attend(book: Book, { orderId, position, answer }: Compared, found: Reconciliation): Promise<void> {
  const isStuck = answer === 'failing' || answer.isStuck;
  if (isStuck) found.stuck.push(orderId);
  if (isStuck || position.attention !== null) await book.setAttention(orderId, isStuck ? 'STUCK' : null);
}
