import {
  type Compensation,
  isFinal,
  type JournalEntry,
  noRoom,
  type OrderAnswer,
  type OrderFailure,
  type OrderItem,
  type OrderOutcome,
  type OrderState,
  type OrderStatus,
  type OrderStepName,
  orderAsPlaced,
  type Payment,
  type PlacedOrder,
  type Shipment,
  stepRules,
  type UndoableStep,
  type Verdict,
} from '@waybill/contracts/words';
import { journalOf, now, type Word } from './journal.ts';
import type { Shown } from './search.ts';
import { StepLog } from './step-log.ts';
import { unpaid, unshipped } from './untouched.ts';
import { Verdicts } from './verdicts.ts';

/** An answer holds so many entries at most, so that it stays small; whoever asks goes on after the last. */
const entriesAtOnce = 50;

/** From then on the journal would only grow by nonsense. */
const refusalsKept = 200;

/**
 * One order as its workflow knows it: its state, and a journal entry for every change. The revision of the state is the
 * number of the newest entry, so whoever has seen the journal up to there has missed nothing.
 */
export class OrderRecord {
  readonly state: OrderState;
  readonly steps: StepLog;
  readonly verdicts = new Verdicts();
  readonly #journal: ReturnType<typeof journalOf>;
  readonly #shown: Shown;
  #refusals = 0;

  constructor(state: OrderState, shown: Shown) {
    this.state = state;
    this.#journal = journalOf(state);
    this.steps = new StepLog(state, this.#journal.write);
    this.#shown = shown;
  }

  /** One that has just been placed, with the steps that it will take. */
  static placed(placed: PlacedOrder, steps: OrderStepName[], shown: Shown): OrderRecord {
    const order = new OrderRecord(orderAsPlaced(placed, steps), shown);
    const { placedBy: actor, correlationId, plan, total } = placed;
    order.#journal.write('ORDER_RECEIVED', { by: { actor, correlationId }, detail: { plan, total } });
    return order;
  }

  /** The answer of the query `getOrder`. */
  answer(afterSeq = 0): OrderAnswer {
    return { order: this.state, journal: this.entriesAfter(afterSeq).slice(0, entriesAtOnce) };
  }

  /** For the book, which answers for an order that is closed: with all that it was ever told. */
  forTheBook(): OrderState {
    const verdicts = this.verdicts.all();
    const areMore = this.state.closedAt !== null && verdicts.length > this.state.verdicts.length;
    return areMore ? { ...this.state, verdicts } : this.state;
  }

  entriesAfter(seq: number): JournalEntry[] {
    const [first] = this.#journal.entries;
    return this.#journal.entries.slice(Math.max(0, seq + 1 - (first?.seq ?? 1)));
  }

  outcome(): OrderOutcome {
    const { status, failure, shipment } = this.state;
    if (!isFinal(status)) throw new Error(`An order that is ${status} has no outcome yet`);
    return { status, failure, trackingNumber: status === 'SHIPPED' ? (shipment?.trackingNumber ?? null) : null };
  }

  became(status: OrderStatus, by?: Word): void {
    const from = this.state.status;
    if (from === status) return;
    this.state.status = status;
    this.#journal.write('STATUS_CHANGED', { by, detail: { from, to: status } });
    this.#shown.status(status);
  }

  /** Why it will not ship, and who said so, where a person did. The first reason stands. */
  failedBecause(failure: OrderFailure, by?: Word): void {
    if (this.state.failure) return;
    this.state.failure = failure;
    this.state.endedBy = by?.actor ?? null;
    this.state.endedAt = now();
  }

  closed(): void {
    this.state.currentStep = null;
    this.#journal.write('ORDER_CLOSED', { detail: { status: this.state.status } });
    this.state.closedAt = this.state.updatedAt;
  }

  /** Waits for a person until `deadline`. */
  awaitsApproval(deadline: Date): void {
    this.state.approvalDeadline = deadline.toISOString();
    this.became('AWAITING_APPROVAL');
  }

  /** Everything is undone once more: what was known of earlier undos no longer counts. */
  undoesAnew(): void {
    this.state.compensations = [];
  }

  undoing(undoes: UndoableStep): Compensation {
    const { undo: name } = stepRules[undoes];
    const compensation: Compensation = {
      name,
      undoes,
      status: 'RUNNING',
      attempt: 1,
      startedAt: now(),
      finishedAt: null,
      error: null,
    };
    this.state.compensations.push(compensation);
    this.#journal.write('COMPENSATION_STARTED', { step: undoes, detail: { name } });
    return compensation;
  }

  undone(compensation: Compensation, outcome: Pick<Compensation, 'status' | 'attempt' | 'error'>): void {
    Object.assign(compensation, outcome, { finishedAt: now() });
    const { name, undoes: step, status, error } = compensation;
    const type = status === 'FAILED' ? 'COMPENSATION_FAILED' : 'COMPENSATION_COMPLETED';
    this.#journal.write(type, { step, detail: { name, status, ...error } });
  }

  paid(payment: Partial<Payment>): void {
    this.state.payment = { ...unpaid(this.state.orderId), ...this.state.payment, ...payment };
  }

  shipped(shipment: Partial<Shipment>): void {
    this.state.shipment = { ...unshipped, ...this.state.shipment, ...shipment };
  }

  itemAdded(item: OrderItem, totalMinor: number, by: Word): void {
    this.state.items.push(item);
    this.state.total = { ...this.state.total, amountMinor: totalMinor };
    this.#journal.write('ITEM_ADDED', { by, detail: { item, total: this.state.total } });
    this.#shown.total(this.state.total);
  }

  addressUpdated(to: OrderState['shippingAddress'], by: Word): void {
    const from = this.state.shippingAddress;
    this.state.shippingAddress = to;
    this.#journal.write('ADDRESS_UPDATED', { by, detail: { from, to } });
  }

  judged(verdict: Omit<Verdict, 'at'>, by: Word): void {
    this.verdicts.keep({ ...verdict, at: now() });
    this.state.verdicts = this.verdicts.newest();
    if (verdict.refusal) this.refused(verdict.command, verdict.refusal, by, verdict.message);
  }

  /** One command too many: who waits for its verdict is told, and it is as if it had not been said. */
  turnedAway(verdict: Pick<Verdict, 'commandId' | 'command' | 'fingerprint'>): void {
    this.verdicts.mention({ ...verdict, at: now(), refusal: 'INVALID_INPUT', message: noRoom(this.state) });
    this.state.verdicts = this.verdicts.newest();
  }

  /** A command that was heard before: its verdict goes out once more, in the next answer. */
  repeated(commandId: string): void {
    const verdict = this.verdicts.on(commandId);
    if (verdict) this.verdicts.mention(verdict);
    this.state.verdicts = this.verdicts.newest();
  }

  /** Nothing is written after the last entry, although commands may come until the book has it. */
  refused(command: string, code: string, by: Word, message: string | null): void {
    if (this.state.closedAt !== null) return;
    this.#refusals += 1;
    if (this.#refusals > refusalsKept) return;
    this.#journal.write('COMMAND_REFUSED', { by, detail: { command, code, message } });
  }
}
