import type { PaymentRecord, ShipmentRecord } from '@waybill/contracts';
import {
  type FinalStatus,
  isFinal,
  isUndoable,
  type OrderFailure,
  type OrderFailureCode,
  type OrderOutcome,
  stepsOf,
} from '@waybill/contracts/domain';
import type { OrderRef } from '../../../activities/attempt.ts';
import type { LeftOrder } from '../../../activities/recovery.ts';
import { createStepActivities } from '../activities/proxies.ts';
import { closeOrder } from '../book/close-order.ts';
import { OrderBook } from '../book/order-book.ts';
import { byStep, createCompensations } from '../providers/compensations.ts';
import { notifyCustomer } from '../providers/notification.ts';
import { recordPayment } from '../providers/record.ts';
import { OrderCompensations } from '../saga/compensation.ts';
import { createOrderStepRunner } from '../saga/step.ts';
import { OrderRecord } from '../state/order-record.ts';
import { updateSearchAttributes } from '../state/search-attributes.ts';

const lost = {
  code: 'WORKFLOW_LOST',
  message: 'The order was interrupted, and what had been done for it was undone',
} as const;

/** Ends an order, continuing from its state in the book. */
export class OrderRecovery {
  readonly order: OrderRecord;
  readonly #orderRef: OrderRef;
  readonly #book: OrderBook;
  readonly #registered = new OrderCompensations();
  #allCompensated = true;

  constructor({ order: state, fingerprint, epoch }: LeftOrder, orderRef: OrderRef, shippingQueue?: string) {
    this.order = new OrderRecord(state, updateSearchAttributes);
    this.#orderRef = orderRef;
    this.#book = new OrderBook(this.order, { fingerprint, epoch, correlationId: orderRef.correlationId });
    const compensations = byStep(createCompensations(this.order, orderRef, shippingQueue));
    for (const step of stepsOf[state.plan]) if (isUndoable(step)) this.#registered.register(compensations[step]);
  }

  /** Resolves once the recovery's decision is in the book. */
  begin(): Promise<unknown> {
    return this.#book.receive();
  }

  /** Completes an order that was dispatched without a record in the book. */
  async ship({ carrier, trackingNumber }: ShipmentRecord, payment: PaymentRecord | null): Promise<void> {
    const { order } = this;
    if (payment) recordPayment(order)({ payment });
    order.updateShipment({ status: 'DISPATCHED', carrier, trackingNumber });
    for (const { name } of order.state.steps) if (name !== 'NOTIFY_CUSTOMER') order.steps.catchUp(name);
    order.setStatus('SHIPPED');
    await this.#book.receive();
  }

  /** Compensates every step of the plan. This is recorded in the book before it starts. */
  async compensate(): Promise<void> {
    const { order } = this;
    const { state } = order;
    order.decideEnd({ ...lost, step: state.currentStep });
    order.steps.interrupt(lost);
    order.steps.skipRemaining();
    order.compensations.reset();
    if (!isFinal(state.status)) order.setStatus('COMPENSATING');
    await this.#book.receive();
    this.#allCompensated = await this.#registered.run(order);
    if (!isFinal(state.status)) order.setStatus(endingOf(state.failure));
  }

  /** The message may have been sent already: the provider sends each only once. */
  async notifyCustomer(): Promise<void> {
    if (this.order.steps.hasEnded('NOTIFY_CUSTOMER')) return;
    const takeStep = createOrderStepRunner({
      placed: {},
      order: this.order,
      compensations: this.#registered,
      isHalted: () => false,
    });
    await notifyCustomer(this.#orderRef, this.order, createStepActivities({}), takeStep);
  }

  close(): Promise<OrderOutcome> {
    const fault = this.#allCompensated ? undefined : { ...lost, message: 'Not everything could be undone' };
    return closeOrder(this.order, this.#book, fault);
  }
}

/** An ending that was decided before the workflow was lost stands. */
const decided: Partial<Record<OrderFailureCode, FinalStatus>> = {
  MANAGER_REJECTED: 'REJECTED',
  APPROVAL_TIMEOUT: 'EXPIRED',
  CANCELLED: 'CANCELLED',
};

const endingOf = (failure: OrderFailure | null): FinalStatus => (failure && decided[failure.code]) ?? 'FAILED';
