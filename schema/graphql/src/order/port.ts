import type { FullJournalQuery, NewOrder, OrderCounts, OrderFilter, OrderSort } from '@waybill/contracts';

import type {
  Address,
  Attention,
  JournalEntry,
  OrderItem,
  OrderState,
  OrderStepName,
  RunningWork,
} from '@waybill/contracts/domain';
import type { ReadHistory } from '../history/port.ts';
import type { Page, PageArgs } from '../page/port.ts';

/** An order as the port returns it: its state, and what only the engine or the clock can add. */
export type OrderSnapshot = OrderState & {
  /** Time at which this state was current, RFC 3339. */
  asOf: string;
  /** The running activity of the engine; null if nothing runs, or the engine was not asked. */
  running: RunningWork | null;
  /** The workflow task keeps failing: an engineer must look. Absent if the engine was not asked. */
  taskFailing?: boolean;
  /** The attention that is recorded in the book. Absent if the engine was asked. */
  attention?: Attention;
  /** The order's page in the engine's UI, if there is one. */
  temporalUi?: string;
};

/** A command to an order. `commandId` is null if the caller gave none. */
export type OrderCommand = { orderId: string; commandId: string | null } & CommandContent;

export type CommandContent =
  | { name: 'approve'; note: string | null }
  | { name: 'reject'; reason: string }
  | { name: 'cancel'; reason: string }
  | { name: 'addItem'; item: OrderItem }
  | { name: 'changeAddress'; address: Address }
  /** Only these fields; refused where the address has changed since the gateway read it. */
  | { name: 'changeAddress'; changes: Partial<Address> }
  | { name: 'retryNow'; step: OrderStepName | null }
  | { name: 'giveUpStep'; step: OrderStepName; reason: string }
  | { name: 'settleCompensation'; step: OrderStepName; note: string };

export type OrderPageQuery = PageArgs & { filter: OrderFilter; orderBy: OrderSort; countTotal: boolean };

/** `placed`: by this request; otherwise an earlier one with the same content did. */
export type PlacedSnapshot = { order: OrderSnapshot; placed: boolean };

export type OrderPage = Page<OrderSnapshot> & { totalCount: number | null; changesCursor: string };

export type OrdersChange = { kind: 'MATCHES' | 'LEFT'; order: OrderSnapshot; cursor: string };

/**
 * The port of orders. The gateway creates one for each request, with its viewer and correlation id. A cursor of the
 * journal is the decimal `seq`.
 */
export interface OrderPort {
  /** Resolves when the engine has accepted the order. Rejects with `IdempotencyConflict`. */
  place(order: NewOrder): Promise<PlacedSnapshot>;
  /** Resolves to the order after the verdict. Rejects with one of the errors of `errors.ts`. */
  command(command: OrderCommand): Promise<OrderSnapshot>;
  find(id: string): Promise<OrderSnapshot | undefined>;
  findMany(ids: readonly string[]): Promise<(OrderSnapshot | undefined)[]>;
  page(query: OrderPageQuery): Promise<OrderPage>;
  /** A page of the journal up to the revision of the given order. */
  timeline(order: OrderSnapshot, page: PageArgs): Promise<Page<JournalEntry>>;
  /**
   * The snapshot first, then every change; a slow reader gets the latest. Ends when the order is closed. The schema
   * calls `find` first, so the order exists.
   */
  watch(id: string): AsyncIterable<OrderSnapshot>;
  /** Every journal entry after `afterSeq` once and in order; ends when the order is closed. */
  events(id: string, afterSeq: number): Promise<AsyncIterable<JournalEntry>>;
  /** Throws `badUserInput` synchronously for an unknown cursor, not while iterating; so does `page`. */
  changes(filter: OrderFilter, after: string | null): AsyncIterable<OrdersChange>;
  /** The counts of one customer, or of all. */
  counts(customerId: string | null): Promise<OrderCounts>;
  /** The counts first, then at most once per second while they change; never ends. */
  countsChanged(customerId: string | null): AsyncIterable<OrderCounts>;
  /** The entries of all orders, newest first. Rejects with `badUserInput` for an unknown cursor. */
  journal(query: Partial<FullJournalQuery>): Promise<Page<{ orderId: string; entry: JournalEntry }>>;
  /** A page of the engine's history of its workflow. */
  history: ReadHistory;
}
