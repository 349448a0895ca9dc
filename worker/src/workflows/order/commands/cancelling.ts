import { type CommandRefusal, refusalOf } from '@waybill/contracts/words';
import type { Ending, Story } from '../saga/story.ts';
import type { Word } from '../state/journal.ts';
import type { OrderRecord } from '../state/order-record.ts';

/** `by` is absent where nobody is known to have said it. */
type Cancellation = { reason: string; by?: Word; judge: (refusal: CommandRefusal | null) => void };

export type Cancelling = ReturnType<typeof cancellingOf>;

/**
 * The customer's change of mind. It is granted at once at any step before the order is handed to the carrier; during
 * the hand-over it waits for the carrier's answer.
 */
export function cancellingOf(order: OrderRecord, story: Story) {
  const waiting: Cancellation[] = [];

  const grant = ({ reason, by, judge }: Cancellation) => {
    judge(null);
    story.halt({ ...cancelled(reason, order), ...(by ? { by } : {}) });
  };

  return {
    cancel(cancellation: Cancellation): void {
      const refusal = refusalOf('cancel', order.state);
      if (refusal) cancellation.judge(refusal);
      else if (order.steps.isRunning('DISPATCH_CARRIER')) waiting.push(cancellation);
      else grant(cancellation);
    },
    carrierTookIt(): void {
      for (const { judge } of waiting.splice(0)) judge('ALREADY_SHIPPED');
    },
    carrierDidNotTakeIt(failure: unknown): never {
      waiting.splice(0).forEach(grant);
      throw failure;
    },
  };
}

const cancelled = (reason: string, { state }: OrderRecord): Ending => ({
  status: 'CANCELLED',
  failure: { code: 'CANCELLED', message: reason, step: state.currentStep },
});
