import { isCursorLost, type OrderBookClient } from '@waybill/order-book-client';
import type { RunExecutions } from '@waybill/orders-client';
import { type Compared, type Finding, type InEngine, type Position, recorded } from './compare.ts';
import type { AuditCursor, OpenOrders } from './page.ts';

/**
 * When an audit starts, and what the last one saw: how far it had read the feeds of orders and runs, when its search for
 * lost records began, and where that has to continue.
 */
export type AuditTimes = {
  startedAt: string;
  last: { begunAt: string; rest: AuditCursor | null; orders: string; runs: string } | undefined;
};

type Cursor = AuditCursor & { since?: string | null; begunAt?: string };
type Page = { positions: Position[]; next: AuditCursor | null };
type Book = Pick<OrderBookClient, 'byIds' | 'changes'> & { runs: Pick<OrderBookClient['runs'], 'byIds' | 'changes'> };
type Engine = Pick<OpenOrders, 'ended'> & { runs: Pick<RunExecutions, 'page'> };

/** The engine lists an execution some seconds after its end, and clocks differ. */
const marginMs = 5 * 60_000;

/**
 * Since when the book may have lost what the engine has ended; null for always. A book that was restored to before the
 * last audit refuses the position that the audit had reached in its feed.
 */
async function lostSince(book: Book, { last }: AuditTimes): Promise<string | null> {
  if (!last) return null;
  const wasRestored = await Promise.all([
    book.changes({ after: last.orders }).then(() => false, isRestored),
    book.runs.changes({ after: last.runs }).then(() => false, isRestored),
  ]);
  return wasRestored.includes(true) ? null : new Date(Date.parse(last.begunAt) - marginMs).toISOString();
}

function isRestored(error: unknown): true {
  if (!isCursorLost(error)) throw error;
  return true;
}

const missing = (id: string): Position => ({ id, revision: 0, seq: 0, attention: null, isOpen: false });

/** The ended orders of an engine page that the book does not have. A search begins, or continues the last one. */
export async function lostOrders(book: Book, engine: Engine, cursor: Cursor, times: AuditTimes): Promise<Page> {
  const since = cursor.since === undefined ? await lostSince(book, times) : cursor.since;
  const { begunAt = times.startedAt } = cursor;
  const { rest } = times.last ?? {};
  if (cursor.since === undefined && since !== null && rest) return { positions: [], next: rest };
  const { ids, next } = await engine.ended({ after: cursor.after, since });
  const booked = new Set((await book.byIds(ids)).map(({ order }) => order.orderId));
  return {
    positions: ids.filter((id) => !booked.has(id)).map(missing),
    next:
      next === ''
        ? { pass: 'LOST_RUNS', after: '', since, begunAt }
        : { pass: 'LOST_ORDERS', after: next, since, begunAt },
  };
}

/** The runs of an engine page that the book does not have. */
export async function lostRuns(book: Book, engine: Engine, { after, since = null, ...cursor }: Cursor): Promise<Page> {
  const { ids, next } = await engine.runs.page({ after, since });
  const booked = new Set((await book.runs.byIds(ids)).map(({ run }) => run.runId));
  return {
    positions: ids.filter((id) => !booked.has(id)).map(missing),
    next: next === '' ? null : { ...cursor, pass: 'LOST_RUNS', after: next, since },
  };
}

/**
 * Records again what the book has lost, with its whole journal. The workflow of an order that is not closed has ended
 * without effect, because another has the order.
 */
export async function recordAgain<Answer extends InEngine>(
  kind: Compared<Answer>,
  { id, seq }: Position,
): Promise<Finding> {
  const answer = await kind.read(id, seq);
  if (answer === 'unanswered' || answer === 'failing') return { unanswered: true };
  if (!answer || (answer.hasEnded && kind.stateOf(answer).closedAt === null)) return {};
  return recorded(kind, id, answer);
}
