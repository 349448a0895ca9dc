import { CancellationScope, condition, defineSignal, defineUpdate } from '@temporalio/workflow';
import {
  type Address,
  type DispatchFailed,
  fulfillment,
  type LabelCreated,
  type OrderStepName,
  type PackagePrepared,
  shipment,
} from '@waybill/contracts/domain';

// The protocol between a shipment and its order: the child reports what it has done and asks, the parent answers.

/** The child reports that the package is prepared, and asks for the shipping address. */
export const settleAddress = defineUpdate<Address, [PackagePrepared]>(fulfillment.updates.settleAddress);

/** The child reports that the label is created, and asks whether it may dispatch the package. */
export const clearDispatch = defineUpdate<true, [LabelCreated]>(fulfillment.updates.clearDispatch);

/** The child reports that the dispatch failed. It then fails with the same error, which cannot be forged. */
export const dispatchFailed = defineSignal<[DispatchFailed]>(fulfillment.signals.dispatchFailed);

/** The order gives up a step: the child fails with STEP_GIVEN_UP, unless the step has completed meanwhile. */
export const giveUpStep = defineSignal<[OrderStepName]>(shipment.signals.giveUpStep);

/** The parent's side of one question: the report that came with it, and the answer for which the child waits. */
export class Question<Report, Answer> {
  report: Report | undefined;
  #answer: Answer | undefined;

  /** Resolves to the answer, once there is one. */
  async ask(report: Report): Promise<Answer> {
    this.report = report;
    await CancellationScope.nonCancellable(() => condition(() => this.#answer !== undefined));
    return this.#answer as Answer;
  }

  answer(answer: Answer): void {
    this.#answer = answer;
  }
}

/** Updates may also be sent from a terminal. A rejected update leaves no event in the history. */
export function validateReport(report: unknown): void {
  const { attempt, detail } = (report ?? {}) as { attempt?: unknown; detail?: unknown };
  if (!Number.isSafeInteger(attempt) || typeof detail !== 'object' || detail === null)
    throw new TypeError('A report must be { attempt, detail }');
}
