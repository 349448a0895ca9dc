import {
  ApplicationFailure,
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
} from '@waybill/contracts/words';
import { errorIn } from '../activities/failure.ts';
import { wholeOrderMs } from '../activities/patience.ts';
import type { Book } from '../book/book.ts';
import type { Word } from '../state/journal.ts';
import type { OrderRecord } from '../state/order-record.ts';
import type { Undos } from './undos.ts';

/** The engine ends a workflow at 50 MB. */
const mostHistoryBytes = 20_000_000;

/** How an order ends when it does not ship. A fault ends the workflow badly, so that an engineer looks at it. */
export type Ending = { status: OrderOutcome['status']; failure: OrderFailure; by?: Word; fault?: boolean };

type Parts = { placed: PlacedOrder; order: OrderRecord; undos: Undos; book: Book };

/** The course of one order: told step by step, halted from outside, undone where it fails, and closed. */
export class Story {
  readonly #parts: Parts;
  readonly #scope = new CancellationScope({ cancellable: true, parent: CancellationScope.current() });
  #ending: Ending | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes the steps of `plan`. If one fails, or the story is halted, everything done so far is undone. */
  async tell(plan: () => Promise<void>): Promise<void> {
    const { order, undos } = this.#parts;
    try {
      await this.during(async () => {
        this.#limit().catch(unlessCancelled);
        await plan();
      });
    } catch (failure) {
      if (!(failure instanceof TemporalFailure)) throw failure; // a bug in this code: fix it and resume, refund nobody
      const ending = this.#ending ?? this.#decide(endingOf(failure, order.state.currentStep));
      if (!(await undos.run(order))) ending.fault = true;
      order.became(ending.status, ending.by);
    } finally {
      this.#scope.cancel();
    }
  }

  /** Ends the story from outside, and cancels what is running. The first to end it is right. */
  halt(ending: Ending): void {
    if (this.#ending) return;
    this.#decide(ending);
    this.#scope.cancel();
  }

  /** Ends the story from inside of it. */
  end(ending: Ending): never {
    this.halt(ending);
    throw new CancelledFailure(ending.failure.message);
  }

  /** The engine keeps only so much of an order: one that is told too much is undone while there is room for that. */
  endIfTooLong(): void {
    const { historyEvents } = limitsOf(this.#parts.placed);
    const { historyLength, historySize } = workflowInfo();
    if (historyLength >= historyEvents || historySize >= mostHistoryBytes)
      this.#giveUp('HISTORY_TOO_LONG', 'The order was told more than it can bear');
  }

  get isHalted(): boolean {
    return this.#ending !== undefined;
  }

  /** The order id, or its key, was used before: there is nothing to undo, and nobody to tell. */
  get isElsewhere(): boolean {
    return this.#parts.book.isElsewhere;
  }

  /** A step may finish although the story was halted meanwhile: nothing follows it. */
  goOn(): void {
    if (this.#ending) throw new CancelledFailure(this.#ending.failure.message);
  }

  /** Runs something that is cancelled when the story is. */
  during<T>(run: () => Promise<T>): Promise<T> {
    return this.#scope.run(run);
  }

  /** Writes the last entry, and sees it into the book. */
  async close(): Promise<OrderOutcome> {
    const { order, book } = this.#parts;
    order.closed();
    await book.isComplete();
    if (this.#ending?.fault) {
      const { code, message } = this.#ending.failure;
      throw ApplicationFailure.nonRetryable(message, code);
    }
    return order.outcome();
  }

  /** The end is decided: from here on the order is closed, though its undos are yet to run. */
  #decide(ending: Ending): Ending {
    const { order, undos } = this.#parts;
    this.#ending = ending;
    order.failedBecause(ending.failure, ending.by);
    order.steps.skipTheRest();
    if (undos.any) order.became('COMPENSATING', ending.by);
    return ending;
  }

  async #limit(): Promise<void> {
    const { placed } = this.#parts;
    await sleep((placed.limitMs ?? wholeOrderMs) + (placed.requiresApproval ? placed.approvalTimeoutMs : 0));
    this.#giveUp('DEADLINE_EXCEEDED', 'The order took too long');
  }

  #giveUp(code: 'DEADLINE_EXCEEDED' | 'HISTORY_TOO_LONG', message: string): void {
    const { status, currentStep: step } = this.#parts.order.state;
    // What is being handed over can no longer be stopped.
    if (this.#parts.order.steps.isRunning('DISPATCH_CARRIER') || isClosed(status)) return;
    this.halt({ status: 'FAILED', failure: { code, message, step }, fault: true });
  }
}

function endingOf(failure: unknown, step: OrderStepName | null): Ending {
  const { refused, code, message } = errorIn(failure);
  if (isCancellation(failure)) return { status: 'CANCELLED', failure: { code: 'CANCELLED', message, step } };
  if (refused) return { status: 'FAILED', failure: { code: code as OrderFailure['code'], message, step } };
  return { status: 'FAILED', failure: { code: 'STEP_FAILED', message, step }, fault: true };
}

function unlessCancelled(failure: unknown): void {
  if (!isCancellation(failure)) throw failure;
}
