import {
  CancellationScope,
  CancelledFailure,
  isCancellation,
  sleep,
  TemporalFailure,
  workflowInfo,
} from '@temporalio/workflow';
import {
  isClosed,
  limitsOf,
  type OrderFailure,
  type OrderOutcome,
  type OrderStepName,
  type PlacedOrder,
} from '@waybill/contracts/domain';
import { toStepFailure } from '../../shared/activities/failure.ts';
import type { Stop } from '../../shared/saga/stoppable.ts';
import type { Attribution } from '../../shared/state/journal.ts';
import { orderTimeoutMs } from '../activities/patience.ts';
import type { OrderRecord } from '../state/order-record.ts';
import type { OrderCompensations } from './compensation.ts';

/** The engine ends a workflow at 50 MB. */
const maxHistoryBytes = 20_000_000;

/** How an order ends when it does not ship. A fault fails the workflow, so that an engineer looks at it. */
export type Ending = { status: OrderOutcome['status']; failure: OrderFailure; by?: Attribution; fault?: boolean };

type Options = { placed: PlacedOrder; order: OrderRecord; compensations: OrderCompensations };

/** The saga of one order: its steps run until they are done, one fails, or a command halts them; then it compensates. */
export class Saga {
  readonly #placed: PlacedOrder;
  readonly #order: OrderRecord;
  readonly #compensations: OrderCompensations;
  readonly #scope = new CancellationScope({ cancellable: true, parent: CancellationScope.current() });
  #ending: Ending | undefined;

  constructor({ placed, order, compensations }: Options) {
    this.#placed = placed;
    this.#order = order;
    this.#compensations = compensations;
  }

  /** Runs `steps`. If one fails, or the saga is halted, everything done so far is compensated. */
  async run(steps: () => Promise<void>): Promise<void> {
    try {
      await this.runCancellable(async () => {
        this.#haltAfterTimeout().catch(ignoreCancellation);
        await steps();
      });
    } catch (failure) {
      if (!(failure instanceof TemporalFailure)) throw failure; // a bug in this code: it is fixed and resumed, nobody is refunded
      const ending = this.#ending ?? this.#decide(endingOf(failure, this.#order.state.currentStep));
      if (!(await this.#compensations.run(this.#order))) ending.fault = true;
      this.#order.setStatus(ending.status, ending.by);
    } finally {
      this.#scope.cancel();
    }
  }

  /** Ends the saga from outside, and cancels what is running. The first ending stands. */
  halt(ending: Ending): void {
    if (this.#ending) return;
    this.#decide(ending);
    this.#scope.cancel();
  }

  /** Ends the saga from within a step. */
  abort(ending: Ending): never {
    this.halt(ending);
    throw new CancelledFailure(ending.failure.message);
  }

  /** Ends the saga because an operator has given up a step of it: that needs no further attention. */
  readonly giveUpStep = (step: OrderStepName, { reason: message, by }: Pick<Stop, 'reason' | 'by'>): never =>
    this.abort({ status: 'FAILED', by, failure: { code: 'STEP_GIVEN_UP', message, step } });

  /** The engine limits a history: an order whose history grows too long is compensated while there is room for that. */
  haltIfHistoryTooLong(): void {
    const { historyEvents } = limitsOf(this.#placed);
    const { historyLength, historySize } = workflowInfo();
    if (historyLength >= historyEvents || historySize >= maxHistoryBytes)
      this.#giveUp('HISTORY_TOO_LONG', 'The order received more commands than it can record');
  }

  get isHalted(): boolean {
    return this.#ending !== undefined;
  }

  /** Why the workflow must fail, if it must. */
  get fault(): OrderFailure | undefined {
    return this.#ending?.fault ? this.#ending.failure : undefined;
  }

  /** A step may complete although the saga was halted meanwhile: nothing follows it. */
  throwIfHalted(): void {
    if (this.#ending) throw new CancelledFailure(this.#ending.failure.message);
  }

  /** Runs something that is cancelled with the saga. */
  runCancellable<T>(run: () => Promise<T>): Promise<T> {
    return this.#scope.run(run);
  }

  /** The ending is decided: from here on the order counts as closed, though its compensations are yet to run. */
  #decide(ending: Ending): Ending {
    this.#ending = ending;
    this.#order.setFailure(ending.failure, ending.by);
    this.#order.steps.skipRemaining();
    if (!this.#compensations.isEmpty) this.#order.setStatus('COMPENSATING', ending.by);
    return ending;
  }

  async #haltAfterTimeout(): Promise<void> {
    const { limitMs = orderTimeoutMs, requiresApproval, approvalTimeoutMs } = this.#placed;
    await sleep(limitMs + (requiresApproval ? approvalTimeoutMs : 0));
    this.#giveUp('DEADLINE_EXCEEDED', 'The order took too long');
  }

  #giveUp(code: 'DEADLINE_EXCEEDED' | 'HISTORY_TOO_LONG', message: string): void {
    const { status, currentStep: step } = this.#order.state;
    // A hand-over that is under way can no longer be stopped.
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
