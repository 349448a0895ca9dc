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

// The dialogue of a shipment with its order. The child reports what it has done and asks; the parent answers.

/** "The package is prepared. Where does it go?" */
export const settleAddress = defineUpdate<Address, [PackagePrepared]>(fulfillment.updates.settleAddress);

/** "The label is made. May it be dispatched?" */
export const clearDispatch = defineUpdate<true, [LabelCreated]>(fulfillment.updates.clearDispatch);

/** "The carrier did not take it." The child then fails with the same error, which cannot be forged. */
export const dispatchFailed = defineSignal<[DispatchFailed]>(fulfillment.signals.dispatchFailed);

/** "The step is tried no more." The child fails as STEP_GIVEN_UP, unless the step is done meanwhile. */
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
