import { ApplicationFailure, CancellationScope, condition, patched, workflowInfo } from '@temporalio/workflow';
import type { OrderOutcome, OrderState, OrderStepName } from '@waybill/contracts/domain';
import type { OrderRef } from '../../../activities/attempt.ts';
import type { Hold } from '../../shared/saga/hold.ts';
import { compareRun, handOverOrder } from '../activities/proxies.ts';
import type { OrderRecord } from '../state/order-record.ts';

/** Never settles, so that an execution that no longer owns its order has no further effects. */
const never = new Promise<never>(() => undefined);

/**
 * An order belongs to one execution of its workflow. A reset starts another execution, whose history lacks everything
 * after the reset point. Before it acts, it compares itself with the book: it leaves a closed order unchanged, and an
 * order with more effects than it knows to a recovery. Otherwise it continues, because its steps have the same keys;
 * but the book may lag, so compensations are left to a recovery as well, which compensates the whole plan.
 */
export class ExecutionOwnership {
  readonly #order: OrderRecord;
  readonly #orderRef: OrderRef;
  #owner = workflowInfo().firstExecutionRunId;
  #resets = 0;
  #comparison: Hold;
  #leave: { as: (outcome: OrderOutcome) => void; fails: (failure: Error) => void } | undefined;
  /** Settles if the execution has left its order: with its outcome, or rejected if a recovery ends it. */
  readonly left = new Promise<OrderOutcome>((as, fails) => {
    this.#leave = { as, fails };
  });

  constructor(order: OrderRecord, orderRef: OrderRef) {
    this.#order = order;
    this.#orderRef = orderRef;
    this.left.catch(() => undefined);
    void this.#watch();
  }

  get wasReset(): boolean {
    return this.#resets > 0;
  }

  /** Must be awaited before a step is taken. */
  beforeStep(step: OrderStepName): Hold {
    return this.#isUnknown() ? this.#compare(step) : this.#comparison;
  }

  /** Must be awaited before anything is compensated. */
  beforeCompensation(): Hold {
    if (this.#isUnknown()) void this.#compare();
    return this.wasReset ? this.#leaveToRecovery() : undefined;
  }

  async #watch(): Promise<void> {
    for (;;) {
      await condition(() => this.#isUnknown());
      if (this.#isUnknown()) await this.#compare(); // unless a step has asked first
    }
  }

  /**
   * Whether this execution was reset and has not compared itself yet: true once, at the end of its history. A replay
   * knows it by the patch.
   */
  #isUnknown(): boolean {
    const { runId, unsafe } = workflowInfo();
    if (this.#comparison || (!unsafe.isReplaying && runId === this.#owner)) return false;
    return patched(`reset-${this.#resets + 1}`);
  }

  #compare(about?: OrderStepName): Promise<void> {
    this.#resets += 1;
    this.#comparison = CancellationScope.nonCancellable(async () => {
      const begun = begunBy(this.#order.state, about);
      const { runId, booked } = await compareRun({ ...this.#orderRef, begun });
      this.#owner = runId;
      if (booked) {
        this.#order.adopt(booked);
        await this.#leaveOrder(booked);
      }
      this.#comparison = undefined;
    });
    return this.#comparison;
  }

  async #leaveToRecovery(): Promise<void> {
    await this.#comparison;
    await this.#leaveOrder(this.#order.state);
  }

  async #leaveOrder({ closedAt }: OrderState): Promise<void> {
    if (closedAt === null) {
      const { booked } = await CancellationScope.nonCancellable(() => handOverOrder(this.#orderRef));
      if (!booked) return; // nothing was done for an order that the book does not have
      if (booked.closedAt === null) this.#leave?.fails(leftToRecovery());
      else this.#order.adopt(booked);
    }
    if (this.#order.state.closedAt !== null) this.#leave?.as(this.#order.outcome());
    await never;
  }
}

const leftToRecovery = () => ApplicationFailure.nonRetryable('The order is ended by its recovery', 'WORKFLOW_LOST');

const begunBy = ({ steps }: OrderState, about?: OrderStepName): OrderStepName[] =>
  steps.flatMap(({ name, startedAt }) => (startedAt !== null || name === about ? [name] : []));
