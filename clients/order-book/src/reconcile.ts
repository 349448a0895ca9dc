import type { Recorded } from '@waybill/contracts';
import type { OrderAnswer } from '@waybill/contracts/words';
import { Refused } from '@waybill/http-client';
import type { OrderBookClient } from './client.ts';

/** An order as the engine has it. */
export type EngineOrder = OrderAnswer & { fingerprint: string };

/** The engine's view of the orders. */
export interface OpenOrders {
  /** The ids of the orders that the engine has open. */
  ids(): AsyncIterable<string> | Iterable<string>;
  /**
   * One order, open or not, with its journal after `afterSeq`; undefined where the engine does not know it any more,
   * `unanswered` where it does, and no worker can say how it stands.
   */
  read(orderId: string, afterSeq: number): Promise<EngineOrder | 'unanswered' | undefined>;
}

export type Reconciliation = {
  compared: number;
  /** Lagged behind the engine, and do no more. An order that is just changing may be among them. */
  mended: string[];
  /** Open in the book, and unknown to the engine. */
  lost: string[];
  /** Known to the engine, and not to be had from a worker: none is there, or a bug is in the way. */
  unanswered: string[];
  /** Lag, and the book will not have what the engine says: someone must look. */
  refused: { orderId: string; code: string }[];
};

/** At most so many entries go with one write. */
const entriesAtOnce = 1000;

/** Compares the orders that are open in the engine or in the book, and brings the book up to date where it lags. */
export async function reconcile(
  book: Pick<OrderBookClient, 'open' | 'find' | 'record'>,
  engine: OpenOrders,
): Promise<Reconciliation> {
  const inBook = await openInBook(book);
  const orderIds = new Set(inBook.keys());
  for await (const orderId of engine.ids()) orderIds.add(orderId);

  const found: Reconciliation = { compared: 0, mended: [], lost: [], unanswered: [], refused: [] };
  for (const orderId of orderIds) {
    const position = inBook.get(orderId) ?? (await closedInBook(book, orderId));
    const order = await engine.read(orderId, position.seq);
    found.compared += 1;
    if (order === 'unanswered') found.unanswered.push(orderId);
    else if (!order) found.lost.push(orderId);
    else if (lags(position, order)) await mend(book, order, found);
  }
  return found;
}

async function openInBook(book: Pick<OrderBookClient, 'open'>): Promise<Map<string, Recorded>> {
  const positions = new Map<string, Recorded>();
  let page = await book.open({ first: 1000 });
  for (;;) {
    for (const { orderId, revision, seq } of page.orders) positions.set(orderId, { revision, seq });
    const last = page.orders.at(-1);
    if (!page.hasMore || !last) return positions;
    page = await book.open({ after: last.orderId, first: 1000 });
  }
}

/** Where the book is with an order that is not open there: nowhere, or at its end. */
async function closedInBook(book: Pick<OrderBookClient, 'find'>, orderId: string): Promise<Recorded> {
  const revision = (await book.find(orderId))?.order.revision ?? 0;
  return { revision, seq: revision };
}

const lags = (position: Recorded, { order, journal }: EngineOrder): boolean =>
  order.revision > position.revision || journal.length > 0;

async function mend(book: Pick<OrderBookClient, 'record'>, answer: EngineOrder, found: Reconciliation): Promise<void> {
  const { order, journal, fingerprint } = answer;
  try {
    await book.record(order.orderId, { order, entries: journal.slice(0, entriesAtOnce), fingerprint });
    found.mended.push(order.orderId);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    found.refused.push({ orderId: order.orderId, code: error.code });
  }
}
