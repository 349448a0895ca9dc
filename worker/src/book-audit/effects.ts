import type { BookedOrder, BookedRun } from '@waybill/contracts';
import {
  type Attention,
  type EffectDifference,
  type KeptEffects,
  orderDifferences,
  paymentDifferences,
} from '@waybill/contracts/domain';
import { isCursorLost, type OrderBookClient } from '@waybill/order-book-client';
import type { ProvidersClient } from '@waybill/providers-client';

/** The kinds whose effects are compared with their final state. */
export const effectKinds = ['orders', 'runs'] as const;
export type EffectKind = (typeof effectKinds)[number];

export type Difference = { id: string; differences: EffectDifference[] };

/** The progress of a comparison: its cursor in the book's feed, and what differs. */
export type EffectsProgress = { after: string; different: Difference[] };
export type EffectsPage = EffectsProgress & { compared: number; hasMore: boolean };

/** The beginning of every feed. */
export const effectsBegin: EffectsProgress = { after: '0', different: [] };

/** If more differ, something is badly wrong, and the comparison stops at this point. */
const differentAtMost = 200;
const idsAtOnce = 100;

type Book = Pick<OrderBookClient, 'byIds' | 'changes' | 'setAttention'> & {
  runs: Pick<OrderBookClient['runs'], 'byIds' | 'changes' | 'setAttention'>;
};
type Audit = Pick<ProvidersClient['audit'], 'byIds'>;

/** A closed order or payment in the book, and its expected effects. */
type Closed = { id: string; attention: Attention | null; differences: (kept?: KeptEffects) => EffectDifference[] };

type ClosedRecords = {
  changes(after: string): Promise<{ closed: Closed[]; cursor: string; hasMore: boolean }>;
  byIds(ids: readonly string[]): Promise<Closed[]>;
  setAttention(id: string, attention: Attention | null): Promise<unknown>;
};

/**
 * Checks again what differed the last time. What still differs needs a person, because a refund that was running then
 * is over by now.
 */
export async function lookAgainAtEffects(
  book: Book,
  audit: Audit,
  kind: EffectKind,
  before: readonly Difference[],
): Promise<Difference[]> {
  const records = closedRecordsOf(book, kind);
  const still: Difference[] = [];
  for (let at = 0; at < before.length; at += idsAtOnce) {
    const closed = await records.byIds(before.slice(at, at + idsAtOnce).map(({ id }) => id));
    const different = await compared(audit, closed);
    for (const { id, attention } of closed) {
      const wanted = different.some((each) => each.id === id) ? 'UNBALANCED' : null;
      if (attention !== wanted) await records.setAttention(id, wanted);
    }
    still.push(...different);
  }
  return still;
}

/** Compares the next closed orders or payments with their effects at the providers. */
export async function compareEffects(
  book: Book,
  audit: Audit,
  kind: EffectKind,
  { after, different }: EffectsProgress,
): Promise<EffectsPage> {
  if (different.length >= differentAtMost) return { after, different, compared: 0, hasMore: false };
  const { closed, cursor, hasMore } = await closedRecordsOf(book, kind).changes(after);
  const found = await compared(audit, closed);
  const known = new Set(different.map(({ id }) => id));
  const news = found.filter(({ id }) => !known.has(id));
  return { after: cursor, different: [...different, ...news], compared: closed.length, hasMore };
}

async function compared(audit: Audit, closed: readonly Closed[]): Promise<Difference[]> {
  if (closed.length === 0) return [];
  const { orders } = await audit.byIds({ ids: closed.map(({ id }) => id) });
  const kept = new Map<string, KeptEffects>(orders.map((order) => [order.orderId, order]));
  const all = closed.map(({ id, differences }) => ({ id, differences: differences(kept.get(id)) }));
  return all.filter(({ differences }) => differences.length > 0);
}

const closedRecordsOf = (book: Book, kind: EffectKind): ClosedRecords =>
  kind === 'orders'
    ? closedRecords(book, ({ booked }) => booked, closedOrder)
    : closedRecords(book.runs, ({ booked }) => booked, closedPayment);

type Page<Change> = { changes: Change[]; cursor: string };

/** Orders and runs are stored alike. */
function closedRecords<Change, Booked>(
  book: {
    changes(query: { after: string }): Promise<Page<Change>>;
    byIds(ids: readonly string[]): Promise<Booked[]>;
    setAttention: ClosedRecords['setAttention'];
  },
  bookedIn: (change: Change) => Booked,
  closedIn: (booked: Booked) => Closed[],
): ClosedRecords {
  return {
    async changes(after) {
      const { changes, cursor } = await book.changes({ after }).catch(unlessRestored(after));
      return { closed: changes.map(bookedIn).flatMap(closedIn), cursor, hasMore: cursor !== after };
    },
    byIds: async (ids) => (await book.byIds(ids)).flatMap(closedIn),
    setAttention: book.setAttention,
  };
}

/** A book that was restored from a backup is compared from the beginning. */
const unlessRestored = (after: string) => (error: unknown) => {
  if (!isCursorLost(error) || after === effectsBegin.after) throw error;
  return { changes: [], cursor: effectsBegin.after };
};

const closedOrder = ({ order, attention }: BookedOrder): Closed[] =>
  order.closedAt === null
    ? []
    : [{ id: order.orderId, attention, differences: (kept) => orderDifferences(order, kept) }];

const closedPayment = ({ run, attention }: BookedRun): Closed[] =>
  run.closedAt === null || run.kind !== 'PAYMENT'
    ? []
    : [{ id: run.runId, attention, differences: (kept) => paymentDifferences(run, kept) }];
