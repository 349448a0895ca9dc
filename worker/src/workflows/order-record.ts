import {
  type Compensation,
  isFinal,
  type JournalEntry,
  type OrderAnswer,
  type OrderEventType,
  type OrderFailure,
  type OrderItem,
  type OrderOutcome,
  type OrderState,
  type OrderStatus,
  type OrderStep,
  type OrderStepName,
  orderAsPlaced,
  type Payment,
  type PlacedOrder,
  progressOf,
  type Shipment,
  type StepError,
  stepRules,
  type UndoableStep,
  type Verdict,
} from '@waybill/contracts/words';
import { Verdicts } from './verdicts.ts';

type Occasion = { step?: OrderStepName; actor?: string; detail?: Record<string, unknown> };

/**
 * One order as its workflow knows it: its state, and a journal entry for every change. The revision of the state is the
 * number of the newest entry, so whoever has seen the journal up to there has missed nothing.
 */
export class OrderRecord {
  readonly state: OrderState;
  readonly journal: JournalEntry[] = [];
  readonly verdicts = new Verdicts();
  readonly #onStatus: (status: OrderStatus) => void;

  constructor(placed: PlacedOrder, onStatus: (status: OrderStatus) => void) {
    this.state = orderAsPlaced(placed);
    this.#onStatus = onStatus;
    this.#write('ORDER_RECEIVED', { actor: placed.placedBy, detail: { plan: placed.plan, total: placed.total } });
  }

  /** The answer of the query `getOrder`. */
  answer(afterSeq = 0): OrderAnswer {
    return { order: this.state, journal: this.journal.slice(Math.max(0, afterSeq)) };
  }

  outcome(): OrderOutcome {
    const { status, failure, shipment } = this.state;
    if (!isFinal(status)) throw new Error(`An order that is ${status} has no outcome yet`);
    return { status, failure, trackingNumber: status === 'SHIPPED' ? (shipment?.trackingNumber ?? null) : null };
  }

  became(status: OrderStatus): void {
    const from = this.state.status;
    if (from === status) return;
    this.state.status = status;
    this.#write('STATUS_CHANGED', { detail: { from, to: status } });
    this.#onStatus(status);
  }

  /** Why it will not ship. The first reason stands. */
  failedBecause(failure: OrderFailure): void {
    this.state.failure ??= failure;
  }

  closed(): void {
    this.state.currentStep = null;
    this.#write('ORDER_CLOSED', { detail: { status: this.state.status } });
    this.state.closedAt = this.state.updatedAt;
  }

  /** Waits for a person until `deadline`. */
  awaitsApproval(deadline: Date): void {
    this.state.approvalDeadline = deadline.toISOString();
    this.became('AWAITING_APPROVAL');
  }

  isRunning = (name: OrderStepName): boolean => this.#step(name).status === 'RUNNING';

  started(name: OrderStepName): void {
    Object.assign(this.#step(name), { status: 'RUNNING', attempt: 1, startedAt: now() });
    this.state.currentStep = name;
    this.#write('STEP_STARTED', { step: name });
  }

  completed(name: OrderStepName, attempt: number, detail: Record<string, unknown> = {}, actor?: string): void {
    this.#finished(name, { status: 'COMPLETED', attempt, detail });
    this.state.progress = Math.max(this.state.progress, progressOf(this.state.steps));
    this.#write('STEP_COMPLETED', { step: name, detail: { ...detail, attempt }, ...(actor ? { actor } : {}) });
  }

  failed(name: OrderStepName, attempt: number, error: StepError, actor?: string): void {
    if (!this.isRunning(name)) return;
    this.#finished(name, { status: 'FAILED', attempt, error });
    this.#write('STEP_FAILED', { step: name, detail: { ...error, attempt }, ...(actor ? { actor } : {}) });
  }

  cancelled(name: OrderStepName): void {
    if (!this.isRunning(name)) return;
    this.#finished(name, { status: 'CANCELLED' });
    this.#write('STEP_CANCELLED', { step: name });
  }

  /** The end is decided: what is left of the plan will not be done, but for the message to the customer. */
  skipTheRest(): void {
    for (const step of this.state.steps) {
      if (step.status === 'PENDING' && step.name !== 'NOTIFY_CUSTOMER') step.status = 'SKIPPED';
    }
    this.state.currentStep = null;
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
    this.#write('COMPENSATION_STARTED', { step: undoes, detail: { name } });
    return compensation;
  }

  undone(compensation: Compensation, outcome: Pick<Compensation, 'status' | 'attempt' | 'error'>): void {
    Object.assign(compensation, outcome, { finishedAt: now() });
    const { name, undoes: step, status, error } = compensation;
    const type = status === 'FAILED' ? 'COMPENSATION_FAILED' : 'COMPENSATION_COMPLETED';
    this.#write(type, { step, detail: { name, status, ...error } });
  }

  paid(payment: Partial<Payment>): void {
    this.state.payment = { ...unpaid(this.state.orderId), ...this.state.payment, ...payment };
  }

  shipped(shipment: Partial<Shipment>): void {
    this.state.shipment = { ...unshipped, ...this.state.shipment, ...shipment };
  }

  itemAdded(item: OrderItem, totalMinor: number, actor: string): void {
    this.state.items.push(item);
    this.state.total = { ...this.state.total, amountMinor: totalMinor };
    this.#write('ITEM_ADDED', { actor, detail: { item, total: this.state.total } });
  }

  addressUpdated(to: OrderState['shippingAddress'], actor: string): void {
    const from = this.state.shippingAddress;
    this.state.shippingAddress = to;
    this.#write('ADDRESS_UPDATED', { actor, detail: { from, to } });
  }

  judged(verdict: Omit<Verdict, 'at'>, actor: string): void {
    this.verdicts.keep({ ...verdict, at: now() });
    this.state.verdicts = this.verdicts.newest();
    if (verdict.refusal) this.refused(verdict.command, verdict.refusal, actor, verdict.message);
  }

  /** A command that was heard before: its verdict goes out once more, in the next answer. */
  repeated(commandId: string): void {
    const verdict = this.verdicts.on(commandId);
    if (verdict) this.verdicts.keep(verdict);
    this.state.verdicts = this.verdicts.newest();
  }

  refused(command: string, code: string, actor: string, message: string | null): void {
    this.#write('COMMAND_REFUSED', { actor, detail: { command, code, message } });
  }

  #step(name: OrderStepName): OrderStep {
    const step = this.state.steps.find((candidate) => candidate.name === name);
    if (!step) throw new Error(`${name} is not a step of the plan ${this.state.plan}`);
    return step;
  }

  #finished(name: OrderStepName, how: Partial<OrderStep>): void {
    Object.assign(this.#step(name), how, { finishedAt: now() });
  }

  #write(type: OrderEventType, { step, actor, detail }: Occasion = {}): void {
    const at = now();
    const seq = this.journal.length + 1;
    this.journal.push({ seq, type, at, actor: actor ?? null, step: step ?? null, detail: detail ?? null });
    this.state.revision = seq;
    this.state.updatedAt = at;
  }
}

const unpaid = (orderId: string): Payment => ({
  id: `PAY-${orderId}`,
  status: 'PENDING',
  authorized: null,
  captured: null,
  refunded: null,
});

const unshipped: Shipment = { status: 'PREPARING', carrier: null, trackingNumber: null };

const now = () => new Date().toISOString();
