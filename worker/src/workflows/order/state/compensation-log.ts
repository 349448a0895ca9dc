import type {
  CompensationName,
  OrderEventType,
  OrderState,
  OrderStepName,
  UndoableStep,
} from '@waybill/contracts/domain';
import { type CompensationEntry, CompensationLog } from '../../shared/state/compensation-log.ts';
import { type Append, type Attribution, now } from '../../shared/state/journal.ts';

type Settled = { attempt: number; reason: string; by: Attribution };

/** The compensations of an order: operators may settle them, and its recovery runs them again. */
export class OrderCompensationLog extends CompensationLog<UndoableStep, CompensationName> {
  readonly #state: OrderState;
  readonly #append: Append<OrderEventType, OrderStepName>;

  constructor(state: OrderState, append: Append<OrderEventType, OrderStepName>) {
    super(state, append);
    this.#state = state;
    this.#append = append;
  }

  /** Removes earlier compensations: all are run again. */
  reset(): void {
    this.#state.compensations = [];
  }

  /** Completes a compensation that a person has carried out by hand elsewhere. */
  settle(
    compensation: CompensationEntry<UndoableStep, CompensationName>,
    { attempt, reason: note, by }: Settled,
  ): void {
    const settled: Partial<typeof compensation> = {
      status: 'COMPLETED',
      attempt,
      error: null,
      settledBy: by.actor,
      note,
      finishedAt: now(),
    };
    Object.assign(compensation, settled);
    const { name, undoes: step } = compensation;
    this.#append('COMPENSATION_SETTLED', { step, detail: { name, note }, by });
  }
}
