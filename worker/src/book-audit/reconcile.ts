import type { OrderBookClient } from '@waybill/order-book-client';
import type { RunExecutions } from '@waybill/orders-client';
import { atOnce } from './at-once.ts';
import { attended, type Compared, compare, type Finding, type Position } from './compare.ts';
import { type AuditTimes, lostOrders, lostRuns, recordAgain } from './lost-records.ts';
import {
  type AuditCursor,
  auditBegins,
  type EngineOrder,
  type OpenOrders,
  openInBook,
  openInEngine,
  openRunsInBook,
} from './page.ts';

/** The result of an audit, as ids of orders and runs. */
export type Reconciliation = {
  compared: number;
  /** Lagged behind the engine, and were updated. An order that is just changing may be among them. */
  mended: string[];
  /** Open in the book, and ended or unknown in the engine. */
  lost: string[];
  /** Were already lost at the previous audit: their recovery was started. */
  recovered: string[];
  /** Known to the engine, but not answered by a worker: there is none, or a bug prevents it. */
  unanswered: string[];
  /** Make no progress without intervention. */
  stuck: string[];
  /** Lag behind, but the book refuses the engine's state: a person must look. */
  refused: { orderId: string; code: string }[];
};

export type Patience = {
  /** How many orders are compared concurrently. */
  most?: number;
  /** How long one order may take; one that takes longer is skipped. */
  withinMs?: number;
};

type Book = Pick<OrderBookClient, 'open' | 'byIds' | 'changes' | 'record' | 'setAttention' | 'runs'>;
export type Executions = OpenOrders & { runs: RunExecutions };

/**
 * Compares one page of orders or runs, updates the book where it lags, and sets the attention of each. Returns what was
 * found and the next page; null after the last.
 */
export async function reconcilePage(
  book: Book,
  engine: Executions,
  cursor: AuditCursor = auditBegins,
  { most = 16, withinMs = 20_000, times = { startedAt: '', last: undefined } }: Patience & { times?: AuditTimes } = {},
): Promise<{ found: Reconciliation; next: AuditCursor | null }> {
  const { positions, next } = await pageAt(book, engine, cursor, times);
  const kinds = { orders: ordersIn(book, engine), runs: runsIn(book, engine) };
  const finders: Record<AuditCursor['pass'], (position: Position) => Promise<Finding>> = {
    BOOK: (position) => compare(kinds.orders, position, withinMs),
    ENGINE: (position) => compare(kinds.orders, position, withinMs),
    RUNS: (position) => compare(kinds.runs, position, withinMs),
    LOST_ORDERS: (position) => recordAgain(kinds.orders, position),
    LOST_RUNS: (position) => recordAgain(kinds.runs, position),
  };
  const findings = await atOnce(most, positions, finders[cursor.pass]);
  const idsOf = (what: keyof Finding) => positions.filter((_, at) => findings[at]?.[what]).map(({ id }) => id);
  return {
    found: {
      compared: positions.length,
      mended: idsOf('mended'),
      lost: idsOf('lost'),
      recovered: idsOf('recovered'),
      unanswered: idsOf('unanswered'),
      stuck: idsOf('stuck'),
      refused: positions.flatMap(({ id }, at) => {
        const code = findings[at]?.refused;
        return code ? [{ orderId: id, code }] : [];
      }),
    },
    next,
  };
}

const pageAt = (book: Book, engine: Executions, cursor: AuditCursor, times: AuditTimes) =>
  ({
    BOOK: () => openInBook(book, cursor),
    ENGINE: () => openInEngine(book, engine, cursor),
    RUNS: () => openRunsInBook(book, cursor),
    LOST_ORDERS: () => lostOrders(book, engine, cursor, times),
    LOST_RUNS: () => lostRuns(book, engine, cursor),
  })[cursor.pass]();

const ordersIn = (book: Book, engine: OpenOrders): Compared<EngineOrder> => ({
  read: engine.read,
  stateOf: ({ order }) => order,
  record: (id, { order, journal, fingerprint }) => book.record(id, { order, entries: journal, fingerprint }),
  setAttention: book.setAttention,
  lost: (position) => lost(book, engine, position),
});

/** The first audit only reports it, which leaves time to restart the workflow; the next one starts the recovery. */
async function lost(
  book: Pick<Book, 'setAttention'>,
  engine: Pick<OpenOrders, 'recovering' | 'recover'>,
  position: Position,
): Promise<Finding> {
  const { id, attention } = position;
  const recovering = await engine.recovering(id);
  if (recovering === 'failing') return attended(book, position, 'STUCK');
  if (recovering) return {};
  if (attention === 'LOST') await engine.recover(id);
  else await book.setAttention(id, 'LOST');
  return attention === 'LOST' ? { lost: true, recovered: true } : { lost: true };
}

type EngineRun = Exclude<Awaited<ReturnType<RunExecutions['read']>>, string | undefined>;

const runsIn = (
  { runs: book }: Pick<Book, 'runs'>,
  { runs: engine }: Pick<Executions, 'runs'>,
): Compared<EngineRun> => ({
  read: engine.read,
  stateOf: ({ run }) => run,
  record: (id, { run, journal, fingerprint }) => book.record(id, { run, entries: journal, fingerprint }),
  setAttention: book.setAttention,
  lost: (position) => lost(book, engine, position),
});
