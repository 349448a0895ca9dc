import { setTimeout as pause } from 'node:timers/promises';
import type { Recorded } from '@waybill/contracts';
import { Refused } from '@waybill/http-client';
import type { OrderBookClient } from '@waybill/order-book-client';
import { atOnce } from './at-once.ts';
import {
  type AuditCursor,
  auditBegins,
  type EngineOrder,
  type OpenOrders,
  openInBook,
  openInEngine,
  type Position,
} from './page.ts';

/** What an audit found, as order ids. */
export type Reconciliation = {
  compared: number;
  /** Lagged behind the engine, and do no more. An order that is just changing may be among them. */
  mended: string[];
  /** Open in the book, and ended or unknown in the engine. */
  lost: string[];
  /** Were lost at the audit before as well: their recovery has been started. */
  recovered: string[];
  /** Known to the engine, and not to be had from a worker: none is there, or a bug is in the way. */
  unanswered: string[];
  /** Do not get on by themselves. */
  stuck: string[];
  /** Lag, and the book will not have what the engine says: someone must look. */
  refused: { orderId: string; code: string }[];
};

export type Patience = {
  /** How many orders are looked at at once. */
  most?: number;
  /** How long one order may take; whoever does not answer within it is not waited for. */
  withinMs?: number;
};

/** At most so many entries go with one write. */
const entriesAtOnce = 1000;

type Book = Pick<OrderBookClient, 'open' | 'byIds' | 'record' | 'setAttention'>;

type Finding = Partial<Record<Exclude<keyof Reconciliation, 'compared' | 'refused'>, true>> & { refused?: string };

/**
 * Compares one page of orders, brings the book up to date where it lags, and has it say of each order that is stuck or
 * lost, and of no other, that it is. Answers with what was found, and where to go on; null after the last page.
 */
export async function reconcilePage(
  book: Book,
  engine: OpenOrders,
  cursor: AuditCursor = auditBegins,
  { most = 16, withinMs = 20_000 }: Patience = {},
): Promise<{ found: Reconciliation; next: AuditCursor | null }> {
  const page = cursor.pass === 'BOOK' ? openInBook(book, cursor) : openInEngine(book, engine, cursor);
  const { positions, next } = await page;
  const findings = await atOnce(most, positions, (position) => compared(book, engine, position, withinMs));
  const named = (what: keyof Finding) =>
    positions.filter((_, at) => findings[at]?.[what]).map(({ orderId }) => orderId);
  return {
    found: {
      compared: positions.length,
      mended: named('mended'),
      lost: named('lost'),
      recovered: named('recovered'),
      unanswered: named('unanswered'),
      stuck: named('stuck'),
      refused: positions.flatMap(({ orderId }, at) => {
        const code = findings[at]?.refused;
        return code ? [{ orderId, code }] : [];
      }),
    },
    next,
  };
}

async function compared(book: Book, engine: OpenOrders, position: Position, withinMs: number): Promise<Finding> {
  const { orderId, seq } = position;
  const answered = new AbortController();
  const tooLate = pause(withinMs, undefined, { signal: answered.signal }).catch(() => undefined);
  const patience = tooLate.then(() => 'unanswered' as const);
  const answer = await Promise.race([engine.read(orderId, seq), patience]).finally(() => answered.abort());
  if (answer === 'unanswered') return { unanswered: true };
  if (answer === 'failing') return { unanswered: true, ...(await attended(book, position, true)) };
  const finding = answer ? await mended(book, position, answer) : {};
  if (position.isOpen && isLost(position, answer, finding))
    return { ...finding, ...(await lost(book, engine, position)) };
  if (!answer || finding.refused) return finding;
  return { ...finding, ...(await attended(book, position, answer.isStuck)) };
}

/**
 * Its workflow has ended, and what that says of the order is no end, or none that the book will have: a run that was reset may
 * have ended with less than the book knew before.
 */
const isLost = ({ revision }: Position, answer: EngineOrder | undefined, { refused }: Finding): boolean =>
  !answer ||
  (answer.hasEnded && (answer.order.closedAt === null || refused !== undefined || answer.order.revision <= revision));

const lags = (position: Recorded, { order, journal }: EngineOrder): boolean =>
  order.revision > position.revision || journal.length > 0;

/** Brings the book as far as the engine is, if the book will have it: its order may be another one. */
async function mended(book: Book, position: Position, answer: EngineOrder): Promise<Finding> {
  if (!lags(position, answer)) return {};
  const { order, journal, fingerprint } = answer;
  try {
    await book.record(position.orderId, { order, entries: journal.slice(0, entriesAtOnce), fingerprint });
    return { mended: true };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refused: error.code };
  }
}

async function attended(book: Book, { orderId, attention }: Position, isStuck: boolean): Promise<Finding> {
  if (isStuck || attention !== null) await book.setAttention(orderId, isStuck ? 'STUCK' : null);
  return isStuck ? { stuck: true } : {};
}

/** The first audit says so, which leaves time to bring the workflow back; the next one has the order recovered. */
async function lost(book: Book, engine: OpenOrders, position: Position): Promise<Finding> {
  const { orderId, attention } = position;
  const recovering = await engine.recovering(orderId);
  if (recovering === 'failing') return attended(book, position, true);
  if (recovering) return {};
  if (attention === 'LOST') await engine.recover(orderId);
  else await book.setAttention(orderId, 'LOST');
  return attention === 'LOST' ? { lost: true, recovered: true } : { lost: true };
}
