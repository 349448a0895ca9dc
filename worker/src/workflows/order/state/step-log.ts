import type { OrderEventType, OrderState, OrderStep, OrderStepName, StepError } from '@waybill/contracts/domain';
import { type Append, type Attribution, now } from '../../shared/state/journal.ts';

type GivenUp = { attempt: number; reason: string; by: Attribution };

/** The progress of each step of an order. The first result of a step stands. */
export class StepLog {
  readonly #state: OrderState;
  readonly #append: Append<OrderEventType, OrderStepName>;

  constructor(state: OrderState, append: Append<OrderEventType, OrderStepName>) {
    this.#state = state;
    this.#append = append;
  }

  isRunning(name: OrderStepName): boolean {
    return this.#step(name).status === 'RUNNING';
  }

  start(name: OrderStepName): void {
    Object.assign(this.#step(name), { status: 'RUNNING', attempt: 1, startedAt: now(), ...percentOf(name, 0) });
    this.#state.currentStep = name;
    this.#append('STEP_STARTED', { step: name });
  }

  complete(name: OrderStepName, attempt: number, detail: Record<string, unknown> = {}, by?: Attribution): void {
    if (!this.isRunning(name)) return;
    this.#finish(name, { status: 'COMPLETED', attempt, detail, ...percentOf(name, 100) });
    this.#append('STEP_COMPLETED', { step: name, detail: { ...detail, attempt }, by });
  }

  fail(name: OrderStepName, attempt: number, error: StepError, by?: Attribution): void {
    if (!this.isRunning(name)) return;
    this.#finish(name, { status: 'FAILED', attempt, error });
    this.#append('STEP_FAILED', { step: name, detail: { ...error, attempt }, by });
  }

  /** Fails a step that an operator has given up. */
  giveUp(name: OrderStepName, { attempt, reason, by }: GivenUp): void {
    if (!this.isRunning(name)) return;
    this.#finish(name, { status: 'FAILED', attempt, error: { code: 'STEP_GIVEN_UP', message: reason } });
    this.#append('STEP_GIVEN_UP', { step: name, detail: { reason, attempt }, by });
  }

  /** Records that an operator triggered the next attempt of a step or a compensation. */
  retryByHand(name: OrderStepName, attempt: number, by: Attribution): void {
    this.#append('STEP_RETRIED_BY_HAND', { step: name, detail: { attempt }, by });
  }

  cancel(name: OrderStepName): void {
    if (!this.isRunning(name)) return;
    this.#finish(name, { status: 'CANCELLED' });
    this.#append('STEP_CANCELLED', { step: name });
  }

  /** Fails what was running when the workflow was lost: its outcome is unknown. */
  interrupt(error: StepError): void {
    for (const { name, attempt } of this.#state.steps) if (name !== 'NOTIFY_CUSTOMER') this.fail(name, attempt, error);
  }

  /** Completes a step that the order book does not know yet. */
  catchUp(name: OrderStepName): void {
    const { status } = this.#step(name);
    if (status === 'PENDING') this.start(name);
    this.complete(name, 1);
  }

  hasEnded(name: OrderStepName): boolean {
    return this.#step(name).finishedAt !== null;
  }

  /** Skips the steps that have not started, except for the message to the customer. */
  skipRemaining(): void {
    for (const step of this.#state.steps) {
      if (step.status === 'PENDING' && step.name !== 'NOTIFY_CUSTOMER') step.status = 'SKIPPED';
    }
  }

  #finish(name: OrderStepName, outcome: Partial<OrderStep>): void {
    Object.assign(this.#step(name), outcome, { finishedAt: now() });
  }

  #step(name: OrderStepName): OrderStep {
    const step = this.#state.steps.find((candidate) => candidate.name === name);
    if (!step) throw new Error(`${name} is not a step of the plan ${this.#state.plan}`);
    return step;
  }
}

/** Only the label reports a percentage. */
const percentOf = (name: OrderStepName, percent: number): Partial<OrderStep> =>
  name === 'CREATE_LABEL' ? { percent } : {};
