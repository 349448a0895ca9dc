import type {
  BookedOrder,
  ChangePage,
  Identity,
  JournalPage,
  JournalQuery,
  OpenOrdersPage,
  OrderPage,
  PageRequest,
  RecordRequest,
} from '@waybill/contracts';
import type { Attention, JournalEntry, OrderState } from '@waybill/contracts/domain';
import type { z } from 'zod';
import type { Standing } from './advance.ts';
import type { FeedPosition } from './feed-position.ts';

/** What may be done to one order's place in the book while no one else writes there. */
export type Place = {
  /** How it was found; undefined where the order is new. */
  standing: Standing | undefined;
  /** The order that an idempotency key's id, or this order's own, stands for, when that is another one. */
  holderOf(ids: readonly string[]): Promise<string | undefined>;
  /** Adds the entries that are not there yet. Answers with the newest entry before which none is missing. */
  addEntries(entries: readonly JournalEntry[]): Promise<number>;
  /** The same of entries that replace what was written in passing, up to the last of an order that has ended. */
  addFirmEntries(entries: readonly JournalEntry[], last: number | undefined): Promise<number>;
  /** Keeps a state, and how far the journal is with it. It shows progress: the order needs nobody's attention for now. */
  keepState(order: OrderState, identity: Pick<RecordRequest, 'fingerprint' | 'keyId'>, seq: number): Promise<void>;
  /** Keeps how far the journal is, and the state as it was. */
  keepSeq(seq: number): Promise<void>;
  /** Keeps whom the order needs, and the rest as it was. */
  keepAttention(attention: Attention | null): Promise<void>;
  /** Keeps that the order is written under this epoch from now on. */
  keepEpoch(epoch: number): Promise<void>;
  /** Puts this write into the change feed. The last thing to do: from here on other writers wait. */
  announce(): Promise<void>;
};

export type FullPageRequest = z.output<typeof PageRequest>;

/** Where orders, their journals and the feed of their changes are kept. */
export interface Books {
  /** All of the work is written, or none of it. */
  write<T>(orderId: string, work: (place: Place) => Promise<T>): Promise<T>;
  find(orderId: string): Promise<BookedOrder | undefined>;
  /** The order that has this id, or came under the idempotency key that stands for it. */
  identity(id: string): Promise<Identity | undefined>;
  byIds(ids: readonly string[]): Promise<BookedOrder[]>;
  page(request: FullPageRequest): Promise<OrderPage>;
  /** Undefined for an order that the book does not have. */
  journal(orderId: string, query: JournalQuery): Promise<JournalPage | undefined>;
  /** The first changes after this number, each order once. */
  changesAfter(number: number): Promise<ChangePage['changes']>;
  newestChange(): Promise<FeedPosition>;
  /** Whether this feed has had the change at which a reader stands. */
  hasHad(position: FeedPosition): Promise<boolean>;
  openOrders(query: { after: string; first: number }): Promise<OpenOrdersPage>;
}

/** Notifies waiting readers that the feed has grown. */
export interface ChangeNotifier {
  /** How often it has notified. */
  readonly notifications: number;
  /** Resolves when it has notified more than `known` times, or when the signal is aborted. */
  next(known: number, over: AbortSignal): Promise<void>;
}
