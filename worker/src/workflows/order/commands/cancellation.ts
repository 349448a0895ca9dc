import { refusalOf } from '@waybill/contracts/domain';
import type { Attribution } from '../../shared/state/journal.ts';
import type { Ending, OrderSaga } from '../saga/saga.ts';
import type { OrderRecord } from '../state/order-record.ts';
import type { Decide } from './command-handler.ts';

/** `by` is absent where the actor is not known. */
type Request = { reason: string; by?: Attribution; decide: Decide };

export type Cancellation = ReturnType<typeof createCancellation>;

/**
 * The cancellation of an order. It is accepted at once during any step before the hand-over to the carrier; during the
 * hand-over it waits for the carrier's reply.
 */
export function createCancellation(order: OrderRecord, saga: OrderSaga) {
  const pending: Request[] = [];

  const grant = ({ reason, by, decide }: Request) => {
    decide(null);
    saga.halt({ ...cancelled(reason, order), ...(by ? { by } : {}) });
  };

  return {
    request(request: Request): void {
      const refusal = refusalOf('cancel', order.state);
      if (refusal) request.decide(refusal);
      else if (order.steps.isRunning('DISPATCH_CARRIER')) pending.push(request);
      else grant(request);
    },

    /** The carrier has the shipment: a pending cancellation is too late. */
    refusePending(): void {
      for (const { decide } of pending.splice(0)) decide('ALREADY_SHIPPED');
    },

    /**
     * The carrier did not take the shipment: a pending cancellation is accepted, unless the order ends otherwise because an
     * operator has given up the hand-over.
     */
    grantPending(): void {
      const requests = pending.splice(0);
      if (!saga.isHalted) requests.forEach(grant);
      else for (const { decide } of requests) decide('ORDER_CLOSED');
    },
  };
}

const cancelled = (reason: string, { state }: OrderRecord): Ending => ({
  status: 'CANCELLED',
  failure: { code: 'CANCELLED', message: reason, step: state.currentStep },
});
