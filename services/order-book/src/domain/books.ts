import type {
  AbandonedClaim,
  BookedOrder,
  BookedRun,
  ChangePage,
  FullJournalPage,
  FullJournalQuery,
  Identity,
  JournalPage,
  JournalQuery,
  OpenOrdersPage,
  OpenRunsPage,
  OrderCounts,
  OrderPage,
  PageRequest,
  PaymentReferenceClaim,
  PaymentReferenceHolder,
  RecordRequest,
  RunChangePage,
  RunIdentity,
  RunJournalPage,
  RunPage,
  RunPageRequest,
  Unbalanced,
  UndoneEffects,
} from '@waybill/contracts';
import type { Attention, JournalEntry, OrderState, RunEntry, RunState } from '@waybill/contracts/domain';
import type { z } from 'zod';
import type { Standing } from './advance.ts';
import type { RunStanding } from './advance-run.ts';
import type { FeedPosition } from './feed-position.ts';

/** What the book records: each kind has tables and a feed of its own, and the same rules. */
export type OrderRecords = {
  state: OrderState;
  entry: JournalEntry;
  standing: Standing;
  booked: BookedOrder;
  identity: Identity;
  pageRequest: FullPageRequest;
  page: OrderPage;
  journal: JournalPage;
  change: ChangePage['changes'][number];
  open: OpenOrdersPage;
};

export type RunRecords = {
  state: RunState;
  entry: RunEntry;
  standing: RunStanding;
  booked: BookedRun;
  identity: RunIdentity;
  pageRequest: FullRunPageRequest;
  page: RunPage;
  journal: RunJournalPage;
  change: RunChangePage['changes'][number];
  open: OpenRunsPage;
};

export type FeedName = 'orders' | 'runs';

/** The writes to the rows of one order or run, during which nobody else writes them. */
export type PlaceOf<Records extends OrderRecords | RunRecords> = {
  /** What was recorded before; undefined for a new one. */
  standing: Records['standing'] | undefined;
  /** The other order or run that this id, or the id of its idempotency key, belongs to, if there is one. */
  holderOf(ids: readonly string[]): Promise<string | undefined>;
  /** Adds the entries that are missing. Returns the newest entry up to which none is missing. */
  addEntries(entries: readonly Records['entry'][]): Promise<number>;
  /** The same for entries that replace those written in passing, up to the last one of what has ended. */
  addFirmEntries(entries: readonly Records['entry'][], last: number | undefined): Promise<number>;
  /** Records a state and the journal's position. It shows progress, so it clears the attention that was needed. */
  keepState(
    state: Records['state'],
    identity: Pick<RecordRequest, 'fingerprint' | 'keyId'>,
    seq: number,
  ): Promise<void>;
  /** Records the journal's position and leaves the state unchanged. */
  keepSeq(seq: number): Promise<void>;
  /** Records the epoch that writes need from now on. */
  keepEpoch(epoch: number): Promise<void>;
  /** Records the attention that is needed and leaves the rest unchanged. */
  keepAttention(attention: Attention | null): Promise<void>;
  /** Adds this write to the change feed. Call it last: from here on, other writers wait. */
  announce(): Promise<void>;
};

export type Place = PlaceOf<OrderRecords> & {
  /** Holds a payment reference for this order for ever, where no other does. Returns the order that holds it. */
  claimReference(reference: string): Promise<string>;
};

export type RunPlace = PlaceOf<RunRecords> & {
  /** Records which workflow execution writes the run from now on, and since when. */
  keepExecution(execution: string, since: Date): Promise<void>;
};

export type FullPageRequest = z.output<typeof PageRequest>;

export type FullRunPageRequest = z.output<typeof RunPageRequest>;

/** The store of orders or of runs, their journals and their change feed. */
export interface BooksOf<Records extends OrderRecords | RunRecords, Write extends PlaceOf<Records> = PlaceOf<Records>> {
  /** Writes everything, or nothing. */
  write<T>(id: string, work: (place: Write) => Promise<T>): Promise<T>;
  find(id: string): Promise<Records['booked'] | undefined>;
  /** The order or run with this id, or with the idempotency key that the id is derived from. */
  identity(id: string): Promise<Records['identity'] | undefined>;
  byIds(ids: readonly string[]): Promise<Records['booked'][]>;
  page(request: Records['pageRequest']): Promise<Records['page']>;
  /** Undefined for an unknown one. */
  journal(id: string, query: JournalQuery): Promise<Records['journal'] | undefined>;
  /** The first changes after this number, each order or run once. */
  changesAfter(number: number): Promise<Records['change'][]>;
  newestChange(): Promise<FeedPosition>;
  /** Whether this feed contains the change at the reader's position. */
  hasHad(position: FeedPosition): Promise<boolean>;
  open(query: { after: string; first: number }): Promise<Records['open']>;
}

export type Books = BooksOf<OrderRecords, Place> & {
  /** Holds a payment reference for an order that is not in the book yet. Returns the order that holds it. */
  claimReference(claim: PaymentReferenceClaim): Promise<PaymentReferenceHolder>;
  /** Releases a claim whose start has failed; false if another claim has replaced it. */
  abandonClaim(claim: AbandonedClaim): Promise<boolean>;
  /** Journals that the effects of an id are undone; false if an order has it. */
  keepUndone(orderId: string, undone: UndoneEffects): Promise<boolean>;
  /** The counts of one customer's orders, or of all. */
  counts(customerId: string | undefined): Promise<OrderCounts>;
  /** Closed orders and payments whose effects at the providers differ from their end. */
  unbalanced(): Promise<Unbalanced>;
  /** The journal of all orders. */
  fullJournal(query: FullJournalQuery): Promise<FullJournalPage>;
};
export type RunBooks = BooksOf<RunRecords, RunPlace>;

/** Notifies waiting readers of new changes. */
export interface ChangeNotifier {
  /** How many notifications there have been. */
  readonly notifications: number;
  /** Resolves after more than `known` notifications, or when the signal is aborted. */
  next(known: number, over: AbortSignal): Promise<void>;
}
