import type { OrderState, OrderStep, OrderStepName, StepError } from '@waybill/contracts/words';
import { now, type Word, type Write } from './journal.ts';

/** How far each step of an order is. A step that has ended, ended as it first did. */
export class StepLog {
  readonly #state: OrderState;
  readonly #write: Write;

  constructor(state: OrderState, write: Write) {
    this.#state = state;
    this.#write = write;
  }

  includes(name: OrderStepName): boolean {
    return this.#state.steps.some((step) => step.name === name);
  }

  isRunning(name: OrderStepName): boolean {
    return this.#step(name).status === 'RUNNING';
  }

  started(name: OrderStepName): void {
    Object.assign(this.#step(name), { status: 'RUNNING', attempt: 1, startedAt: now(), ...percentOf(name, 0) });
    this.#state.currentStep = name;
    this.#write('STEP_STARTED', { step: name });
  }

  completed(name: OrderStepName, attempt: number, detail: Record<string, unknown> = {}, by?: Word): void {
    if (!this.isRunning(name)) return;
    this.#finished(name, { status: 'COMPLETED', attempt, detail, ...percentOf(name, 100) });
    this.#write('STEP_COMPLETED', { step: name, detail: { ...detail, attempt }, by });
  }

  failed(name: OrderStepName, attempt: number, error: StepError, by?: Word): void {
    if (!this.isRunning(name)) return;
    this.#finished(name, { status: 'FAILED', attempt, error });
    this.#write('STEP_FAILED', { step: name, detail: { ...error, attempt }, by });
  }

  cancelled(name: OrderStepName): void {
    if (!this.isRunning(name)) return;
    this.#finished(name, { status: 'CANCELLED' });
    this.#write('STEP_CANCELLED', { step: name });
  }

  /** What was running when the workflow was lost came to nothing that it could hear of. */
  interrupted(error: StepError): void {
    for (const { name, attempt } of this.#state.steps)
      if (name !== 'NOTIFY_CUSTOMER') this.failed(name, attempt, error);
  }

  /** It has happened, although the book has not heard of it. */
  caughtUp(name: OrderStepName): void {
    const { status } = this.#step(name);
    if (status === 'PENDING') this.started(name);
    this.completed(name, 1);
  }

  isOver(name: OrderStepName): boolean {
    return this.#step(name).finishedAt !== null;
  }

  /** The end is decided: what is left of the plan will not be done, but for the message to the customer. */
  skipTheRest(): void {
    for (const step of this.#state.steps) {
      if (step.status === 'PENDING' && step.name !== 'NOTIFY_CUSTOMER') step.status = 'SKIPPED';
    }
  }

  #finished(name: OrderStepName, how: Partial<OrderStep>): void {
    Object.assign(this.#step(name), how, { finishedAt: now() });
  }

  #step(name: OrderStepName): OrderStep {
    const step = this.#state.steps.find((candidate) => candidate.name === name);
    if (!step) throw new Error(`${name} is not a step of the plan ${this.#state.plan}`);
    return step;
  }
}

/** Of all steps the label alone says how far it is. */
const percentOf = (name: OrderStepName, percent: number): Partial<OrderStep> =>
  name === 'CREATE_LABEL' ? { percent } : {};
