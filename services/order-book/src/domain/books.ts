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

/** The writes to one order's rows, during which nobody else writes them. */
export type Place = {
  /** What was recorded before; undefined for a new order. */
  standing: Standing | undefined;
  /** The other order that this order's id, or the id of its idempotency key, belongs to, if there is one. */
  holderOf(ids: readonly string[]): Promise<string | undefined>;
  /** Adds the entries that are missing. Returns the newest entry up to which none is missing. */
  addEntries(entries: readonly JournalEntry[]): Promise<number>;
  /** The same for entries that replace those written in passing, up to the last one of an order that has ended. */
  addFirmEntries(entries: readonly JournalEntry[], last: number | undefined): Promise<number>;
  /**
   * Records a state and the journal's position. It shows progress, so it clears the attention that the order needed.
   */
  keepState(order: OrderState, identity: Pick<RecordRequest, 'fingerprint' | 'keyId'>, seq: number): Promise<void>;
  /** Records the journal's position and leaves the state unchanged. */
  keepSeq(seq: number): Promise<void>;
  /** Records the attention that the order needs and leaves the rest unchanged. */
  keepAttention(attention: Attention | null): Promise<void>;
  /** Records the epoch that writes need from now on. */
  keepEpoch(epoch: number): Promise<void>;
  /** Adds this write to the change feed. Call it last: from here on, other writers wait. */
  announce(): Promise<void>;
};

export type FullPageRequest = z.output<typeof PageRequest>;

/** The store of orders, their journals and the change feed. */
export interface Books {
  /** Writes all of the work, or none of it. */
  write<T>(orderId: string, work: (place: Place) => Promise<T>): Promise<T>;
  find(orderId: string): Promise<BookedOrder | undefined>;
  /** The order with this id, or placed under the idempotency key that the id is derived from. */
  identity(id: string): Promise<Identity | undefined>;
  byIds(ids: readonly string[]): Promise<BookedOrder[]>;
  page(request: FullPageRequest): Promise<OrderPage>;
  /** Undefined for an unknown order. */
  journal(orderId: string, query: JournalQuery): Promise<JournalPage | undefined>;
  /** The first changes after this number, each order once. */
  changesAfter(number: number): Promise<ChangePage['changes']>;
  newestChange(): Promise<FeedPosition>;
  /** Whether this feed contains the change at which a reader stands. */
  hasHad(position: FeedPosition): Promise<boolean>;
  openOrders(query: { after: string; first: number }): Promise<OpenOrdersPage>;
}

/** Notifies waiting readers that the feed has grown. */
export interface ChangeNotifier {
  /** How many notifications there have been. */
  readonly notifications: number;
  /** Resolves after more than `known` notifications, or when the signal is aborted. */
  next(known: number, over: AbortSignal): Promise<void>;
}
