import { ApplicationFailure, proxyActivities, TemporalFailure } from '@temporalio/workflow';
import type { PaymentRecord, ShipmentRecord } from '@waybill/contracts';
import {
  type FinalStatus,
  isFinal,
  isUndoable,
  type OrderFailure,
  type OrderFailureCode,
  type OrderOutcome,
  stepRules,
  stepsOf,
} from '@waybill/contracts/words';
import type { NotificationActivities } from '../../../activities/notification.ts';
import type { LeftOrder } from '../../../activities/recovery.ts';
import { willGiveUp } from '../activities/patience.ts';
import { keepBook } from '../book/book.ts';
import { compensationsOf, type Whose } from '../saga/compensations.ts';
import { stepTaker } from '../saga/step.ts';
import { Undos } from '../saga/undos.ts';
import { newsOf } from '../state/news.ts';
import { notingPayment } from '../state/notes.ts';
import { OrderRecord } from '../state/order-record.ts';
import { showInSearch } from '../state/search.ts';

const { notifyCustomer } = proxyActivities<NotificationActivities>(willGiveUp('NOTIFY_CUSTOMER', {}));

const lost = {
  code: 'WORKFLOW_LOST',
  message: 'The order was interrupted, and what had been done for it was undone',
} as const;

/** All that is done for an order by its recovery, which goes on where the book is with it. */
export function recoveryOf({ order: state, fingerprint, epoch }: LeftOrder, whose: Whose) {
  const { shippingQueue: _, ...which } = whose;
  const order = new OrderRecord(state, showInSearch);
  const book = keepBook(order, { fingerprint, epoch, correlationId: which.correlationId });
  const undos = new Undos();
  const undo = compensationsOf(order, whose);
  for (const step of stepsOf[state.plan]) if (isUndoable(step)) undos.register(step, undo[step]);
  const attemptsAllowed = () => stepRules.NOTIFY_CUSTOMER.patience.attempts;
  const takeLastStep = stepTaker({ order, undos, attemptsAllowed, isHalted: () => false });
  let allUndone = true;

  return {
    order,

    /** Resolves once the book has what the recovery has decided. */
    begin: () => book.receives(),

    /** What the book has not heard of has happened all the same. */
    async ship({ carrier, trackingNumber }: ShipmentRecord, payment: PaymentRecord | null): Promise<void> {
      if (payment) notingPayment(order)({ payment });
      order.shipped({ status: 'DISPATCHED', carrier, trackingNumber });
      for (const { name } of state.steps) if (name !== 'NOTIFY_CUSTOMER') order.steps.caughtUp(name);
      order.became('SHIPPED');
      await book.receives();
    },

    /** The book knows that the order is being undone before anything is. */
    async undoEverything(): Promise<void> {
      order.failedBecause({ ...lost, step: state.currentStep });
      order.steps.interrupted(lost);
      order.steps.skipTheRest();
      order.undoesAnew();
      if (!isFinal(state.status)) order.became('COMPENSATING');
      await book.receives();
      allUndone = await undos.run(order);
      if (!isFinal(state.status)) order.became(endingOf(state.failure));
    },

    /** The message may have been sent: the provider sends each once. */
    async notifyCustomer(): Promise<void> {
      if (order.steps.isOver('NOTIFY_CUSTOMER')) return;
      await takeLastStep('NOTIFY_CUSTOMER', () => notifyCustomer({ ...which, ...newsOf(state) })).catch(unlessTold);
    },

    async close(): Promise<OrderOutcome> {
      order.closed();
      await book.isComplete();
      if (!allUndone) throw ApplicationFailure.nonRetryable('Not everything could be undone', lost.code);
      return order.outcome();
    },
  };
}

/** An end that was decided before the workflow was lost stays decided. */
const decided: Partial<Record<OrderFailureCode, FinalStatus>> = {
  MANAGER_REJECTED: 'REJECTED',
  APPROVAL_TIMEOUT: 'EXPIRED',
  CANCELLED: 'CANCELLED',
};

const endingOf = (failure: OrderFailure | null): FinalStatus => (failure && decided[failure.code]) ?? 'FAILED';

function unlessTold(failure: unknown): void {
  if (!(failure instanceof TemporalFailure)) throw failure;
}
