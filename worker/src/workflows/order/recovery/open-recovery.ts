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
import type { OrderRef } from '../../../activities/attempted.ts';
import type { LeftOrder } from '../../../activities/recovery.ts';
import { createStepActivities } from '../activities/proxies.ts';
import { createOrderBook } from '../book/order-book.ts';
import { closeOrder } from '../close-order.ts';
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

/** What a recovery does for an order, which it continues from its state in the book. */
export function openRecovery(
  { order: state, fingerprint, epoch }: LeftOrder,
  orderRef: OrderRef,
  shippingQueue?: string,
) {
  const order = new OrderRecord(state, updateSearchAttributes);
  const book = createOrderBook(order, { fingerprint, epoch, correlationId: orderRef.correlationId });
  const registered = new OrderCompensations();
  const compensations = byStep(createCompensations(order, orderRef, shippingQueue));
  for (const step of stepsOf[state.plan]) if (isUndoable(step)) registered.register(compensations[step]);
  const takeLastStep = createOrderStepRunner({ placed: {}, order, compensations: registered, isHalted: () => false });
  let allCompensated = true;

  return {
    order,

    /** Resolves once the book has what the recovery has decided. */
    begin: () => book.receive(),

    /** Completes an order that was dispatched, although the book does not know it. */
    async ship({ carrier, trackingNumber }: ShipmentRecord, payment: PaymentRecord | null): Promise<void> {
      if (payment) recordPayment(order)({ payment });
      order.updateShipment({ status: 'DISPATCHED', carrier, trackingNumber });
      for (const { name } of state.steps) if (name !== 'NOTIFY_CUSTOMER') order.steps.catchUp(name);
      order.setStatus('SHIPPED');
      await book.receive();
    },

    /** Compensates every step of the plan. The book knows of it before it begins. */
    async compensate(): Promise<void> {
      order.setFailure({ ...lost, step: state.currentStep });
      order.steps.interrupt(lost);
      order.steps.skipRemaining();
      order.compensations.reset();
      if (!isFinal(state.status)) order.setStatus('COMPENSATING');
      await book.receive();
      allCompensated = await registered.run(order);
      if (!isFinal(state.status)) order.setStatus(endingOf(state.failure));
    },

    /** The message may have been sent: the provider sends each once. */
    async notifyCustomer(): Promise<void> {
      if (order.steps.hasEnded('NOTIFY_CUSTOMER')) return;
      await notifyCustomer(orderRef, order, createStepActivities({}), takeLastStep);
    },

    close(): Promise<OrderOutcome> {
      return closeOrder(
        order,
        book,
        allCompensated ? undefined : { ...lost, message: 'Not everything could be undone' },
      );
    },
  };
}

/** An ending that was decided before the workflow was lost stands. */
const decided: Partial<Record<OrderFailureCode, FinalStatus>> = {
  MANAGER_REJECTED: 'REJECTED',
  APPROVAL_TIMEOUT: 'EXPIRED',
  CANCELLED: 'CANCELLED',
};

const endingOf = (failure: OrderFailure | null): FinalStatus => (failure && decided[failure.code]) ?? 'FAILED';
