import {
  type CommandFailure,
  endIsDecided,
  isFinal,
  type JournalEntry,
  noRoom,
  type OrderAnswer,
  type OrderEventType,
  type OrderFailure,
  type OrderItem,
  type OrderOutcome,
  type OrderState,
  type OrderStatus,
  type OrderStepName,
  orderAsPlaced,
  type Payment,
  type PlacedOrder,
  progressOf,
  type Shipment,
  type Verdict,
} from '@waybill/contracts/domain';
import { CommandLog } from '../../shared/state/command-log.ts';
import { initialPayment } from '../../shared/state/initial-payment.ts';
import { type Attribution, createJournal, now } from '../../shared/state/journal.ts';
import { OrderCompensationLog } from './compensation-log.ts';
import type { UpdateSearchAttributes } from './search-attributes.ts';
import { StepLog } from './step-log.ts';

const initialShipment: Shipment = { status: 'PREPARING', carrier: null, trackingNumber: null };

type VerdictFields = Pick<Verdict, 'commandId' | 'command' | 'fingerprint' | 'field'>;

/** The most journal entries in one answer; a reader continues after the last. */
const maxEntries = 50;

/**
 * One order as its workflow knows it: its state, and a journal entry for every change. The revision of the state is the
 * number of the newest entry, so a reader of the journal up to that entry knows the whole state.
 */
export class OrderRecord {
  readonly state: OrderState;
  readonly steps: StepLog;
  readonly compensations: OrderCompensationLog;
  readonly commands: CommandLog<VerdictFields, CommandFailure>;
  readonly #journal: ReturnType<typeof createJournal<OrderEventType, OrderStepName, OrderState>>;
  readonly #search: UpdateSearchAttributes;

  constructor(state: OrderState, search: UpdateSearchAttributes) {
    this.state = state;
    this.#journal = createJournal(state, progressOf);
    this.#search = search;
    const { append } = this.#journal;
    this.steps = new StepLog(state, append);
    this.compensations = new OrderCompensationLog(state, append);
    this.commands = new CommandLog({ state, append, noRoom: () => noRoom(state) });
  }

  /** The record of an order that was just placed, with the steps that it will take. */
  static placed(placed: PlacedOrder, steps: OrderStepName[], search: UpdateSearchAttributes): OrderRecord {
    const order = new OrderRecord(orderAsPlaced(placed, steps), search);
    const { placedBy: actor, correlationId, plan, total } = placed;
    order.#journal.append('ORDER_RECEIVED', { by: { actor, correlationId }, detail: { plan, total } });
    return order;
  }

  /** The result of the query `getOrder`. */
  answer(afterSeq = 0): OrderAnswer {
    return { order: this.state, journal: this.entriesAfter(afterSeq).slice(0, maxEntries) };
  }

  /** The state for the order book: of a closed order with every verdict. */
  bookState(): OrderState {
    const verdicts = this.commands.verdicts.all();
    const hasMore = this.state.closedAt !== null && verdicts.length > this.state.verdicts.length;
    return hasMore ? { ...this.state, verdicts } : this.state;
  }

  entriesAfter(seq: number): JournalEntry[] {
    return this.#journal.after(seq);
  }

  outcome(): OrderOutcome {
    const { status, failure, shipment } = this.state;
    if (!isFinal(status)) throw new Error(`An order that is ${status} has no outcome yet`);
    return { status, failure, trackingNumber: status === 'SHIPPED' ? (shipment?.trackingNumber ?? null) : null };
  }

  /** Takes over the state in the book, if this execution knows less. An end that this execution has decided stands. */
  adopt(booked: OrderState): void {
    const { failure, endedBy, endedAt, verdicts } = this.state;
    Object.assign(this.state, booked);
    this.#journal.clear();
    if (endIsDecided(booked)) return;
    const known = new Set(booked.verdicts.map(({ commandId }) => commandId));
    const own = verdicts.filter(({ commandId }) => !known.has(commandId));
    Object.assign(this.state, { failure, endedBy, endedAt, verdicts: [...booked.verdicts, ...own] });
  }

  setStatus(status: OrderStatus, by?: Attribution): void {
    const from = this.state.status;
    if (from === status) return;
    this.state.status = status;
    this.#journal.append('STATUS_CHANGED', { by, detail: { from, to: status } });
    this.#search.status(status);
  }

  /** Records why the order will not ship, and the person who decided it. The first failure stands. */
  decideEnd(failure: OrderFailure, by?: Attribution): void {
    if (this.state.failure) return;
    this.state.failure = failure;
    this.state.endedBy = by?.actor ?? null;
    this.state.endedAt = now();
  }

  close(): void {
    this.state.currentStep = null;
    this.#journal.append('ORDER_CLOSED', { detail: { status: this.state.status } });
    this.state.closedAt = this.state.updatedAt;
  }

  /** Records that the order awaits approval until `deadline`, or until it is approved automatically. */
  awaitApproval(deadline: Date, autoApprovesAt: Date | null = null): void {
    this.state.approvalDeadline = deadline.toISOString();
    this.state.autoApprovesAt = autoApprovesAt?.toISOString() ?? null;
    this.setStatus('AWAITING_APPROVAL');
  }

  updatePayment(payment: Partial<Payment>): void {
    this.state.payment = { ...initialPayment(this.state.orderId), ...this.state.payment, ...payment };
  }

  updateShipment(shipment: Partial<Shipment>): void {
    this.state.shipment = { ...initialShipment, ...this.state.shipment, ...shipment };
  }

  addItem(item: OrderItem, totalMinor: number, by: Attribution): void {
    this.state.items.push(item);
    this.state.total = { ...this.state.total, amountMinor: totalMinor };
    this.#journal.append('ITEM_ADDED', { by, detail: { item, total: this.state.total } });
    this.#search.total(this.state.total);
  }

  changeAddress(to: OrderState['shippingAddress'], by: Attribution): void {
    const from = this.state.shippingAddress;
    this.state.shippingAddress = to;
    this.#journal.append('ADDRESS_UPDATED', { by, detail: { from, to } });
  }
}
