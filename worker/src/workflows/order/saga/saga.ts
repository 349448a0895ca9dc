import { CancelledFailure, isCancellation, sleep } from '@temporalio/workflow';
import {
  isClosed,
  limitsOf,
  type OrderFailure,
  type OrderOutcome,
  type OrderStepName,
  type PlacedOrder,
} from '@waybill/contracts/domain';
import { toStepFailure } from '../../shared/activities/failure.ts';
import { historyIsTooLong, Saga } from '../../shared/saga/saga.ts';
import type { Stop } from '../../shared/saga/stoppable.ts';
import type { Attribution } from '../../shared/state/journal.ts';
import { orderTimeoutMs } from '../activities/patience.ts';
import type { OrderRecord } from '../state/order-record.ts';
import type { OrderCompensations } from './compensation.ts';

/** How an order ends when it does not ship. */
export type Ending = { status: OrderOutcome['status']; failure: OrderFailure; by?: Attribution; fault?: boolean };

type Options = { placed: PlacedOrder; order: OrderRecord; compensations: OrderCompensations };

/** The saga of one order. It is halted as well when the order takes too long. */
export class OrderSaga extends Saga<Ending> {
  readonly #placed: PlacedOrder;
  readonly #order: OrderRecord;

  constructor({ placed, order, compensations }: Options) {
    super({
      compensations,
      compensate: () => compensations.run(order),
      setStatus: (status, { by }) => order.setStatus(status, by),
      endingOf: (failure) => endingOf(failure, order.state.currentStep),
      recordEnding({ failure, by }) {
        order.decideEnd(failure, by);
        order.steps.skipRemaining();
      },
    });
    this.#placed = placed;
    this.#order = order;
  }

  override async run(steps: () => Promise<void>): Promise<void> {
    try {
      await super.run(() => {
        this.#haltAfterTimeout().catch(ignoreCancellation);
        return steps();
      });
    } finally {
      this.cancelScope();
    }
  }

  /** Ends the saga from within a step. */
  abort(ending: Ending): never {
    this.halt(ending);
    throw new CancelledFailure(ending.failure.message);
  }

  /** Ends the saga because an operator has given up a step, which needs no further attention. */
  readonly giveUpStep = (step: OrderStepName, { reason: message, by }: Pick<Stop, 'reason' | 'by'>): never =>
    this.abort({ status: 'FAILED', by, failure: { code: 'STEP_GIVEN_UP', message, step } });

  /** The engine limits a history: an order whose history grows too long is compensated while there is room for that. */
  haltIfHistoryTooLong(): void {
    if (historyIsTooLong(limitsOf(this.#placed).historyEvents))
      this.#giveUp('HISTORY_TOO_LONG', 'The order received more commands than it can record');
  }

  async #haltAfterTimeout(): Promise<void> {
    const { limitMs = orderTimeoutMs, requiresApproval, approvalTimeoutMs } = this.#placed;
    await sleep(limitMs + (requiresApproval ? approvalTimeoutMs : 0));
    this.#giveUp('DEADLINE_EXCEEDED', 'The order took too long');
  }

  #giveUp(code: 'DEADLINE_EXCEEDED' | 'HISTORY_TOO_LONG', message: string): void {
    const { status, currentStep: step } = this.#order.state;
    // A running hand-over can no longer be stopped.
    if (this.#order.steps.isRunning('DISPATCH_CARRIER') || isClosed(status)) return;
    this.halt({ status: 'FAILED', failure: { code, message, step }, fault: true });
  }
}

function endingOf(failure: unknown, step: OrderStepName | null): Ending {
  const { refused, code, message } = toStepFailure(failure);
  if (isCancellation(failure)) return { status: 'CANCELLED', failure: { code: 'CANCELLED', message, step } };
  if (refused) return { status: 'FAILED', failure: { code: code as OrderFailure['code'], message, step } };
  return { status: 'FAILED', failure: { code: 'STEP_FAILED', message, step }, fault: true };
}

function ignoreCancellation(failure: unknown): void {
  if (!isCancellation(failure)) throw failure;
}
