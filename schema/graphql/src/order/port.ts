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

/** An order as the desk hands it out: its state, and what only the engine or the clock can add. */
export type OrderSnapshot = OrderState & {
  /** How fresh this answer is, RFC 3339. */
  asOf: string;
  /** The running step or undo as the engine sees it; null where nothing runs, or the engine was not asked. */
  running: RunningWork | null;
  /** The workflow's own task keeps failing: an engineer must look. Absent where the engine was not asked. */
  taskFailing?: boolean;
  /** The attention that the book has recorded. Absent where the engine itself was asked. */
  attention?: Attention;
  /** This order's page in the engine's own UI, where there is one. */
  temporalUi?: string;
};

/** What someone wants done with an order. `commandId` is null where the caller gave none. */
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

export type OrderPage = Page<OrderSnapshot> & { totalCount: number | null; changesCursor: string };

export type OrdersChange = { kind: 'MATCHES' | 'LEFT'; order: OrderSnapshot; cursor: string };

/**
 * What the schema needs from the outside world to speak about orders. The gateway supplies one for each request, made
 * for that request's viewer and correlation id. A cursor in the journal is the decimal of its `seq`.
 */
export interface OrderPort {
  /** Rejects with `IdempotencyConflict`. Answers when the engine has accepted the order. */
  place(order: NewOrder): Promise<OrderSnapshot>;
  /** Answers with the order as it stands after the verdict. Rejects with one of the errors of `errors.ts`. */
  command(command: OrderCommand): Promise<OrderSnapshot>;
  find(id: string): Promise<OrderSnapshot | undefined>;
  findMany(ids: readonly string[]): Promise<(OrderSnapshot | undefined)[]>;
  page(query: OrderPageQuery): Promise<OrderPage>;
  /** A page of the journal as it was when the order was as it is shown: up to its revision, and no further. */
  timeline(order: OrderSnapshot, page: PageArgs): Promise<Page<JournalEntry>>;
  /**
   * The snapshot first, then every change, the latest winning; ends when the order is done. The schema asks `find` before
   * it joins, so an unknown order never comes here.
   */
  watch(id: string): AsyncIterable<OrderSnapshot>;
  /** Every journal entry after `afterSeq` once, in order; ends when the order is done. */
  events(id: string, afterSeq: number): AsyncIterable<JournalEntry>;
  /** Throws `badUserInput` at once, not while iterating, for a cursor that it did not make; so does `page`. */
  changes(filter: OrderFilter, after: string | null): AsyncIterable<OrdersChange>;
  /** Of one customer, or of everybody. */
  counts(customerId: string | null): Promise<OrderCounts>;
  /** The same first, and then at most once a second while they change; never ends. */
  countsChanged(customerId: string | null): AsyncIterable<OrderCounts>;
  /** The entries of all orders, newest first. Rejects with `badUserInput` for a cursor that it did not make. */
  journal(query: Partial<FullJournalQuery>): Promise<Page<{ orderId: string; entry: JournalEntry }>>;
  /** A page of the engine's own events of its workflow. */
  history: ReadHistory;
}
