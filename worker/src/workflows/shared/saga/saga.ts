import { CancellationScope, CancelledFailure, TemporalFailure, workflowInfo } from '@temporalio/workflow';
import type { Attribution } from '../state/journal.ts';

/** The engine ends a workflow at 50 MB. */
const maxHistoryBytes = 20_000_000;

/** How a saga ends. Without a failure, nothing is compensated. A fault fails the workflow, so that an engineer looks at it. */
export type SagaEnding = { status: string; failure: { message: string } | null; by?: Attribution; fault?: boolean };

type Options<Ending extends SagaEnding> = {
  compensations: { isEmpty: boolean };
  /** Runs the compensations; resolves to whether all of them succeeded. */
  compensate: () => Promise<boolean>;
  /** Records that the end is decided, and that no further step will be taken. */
  recordEnding: (ending: Ending) => void;
  setStatus: (status: Ending['status'] | 'COMPENSATING', ending: Ending) => void;
  /** The ending that a failed step leads to. */
  endingOf: (failure: TemporalFailure) => Ending;
};

/** A saga: its steps run until they are done, one fails, or a command halts them; then it compensates. */
export class Saga<Ending extends SagaEnding> {
  readonly #scope = new CancellationScope({ cancellable: true, parent: CancellationScope.current() });
  readonly #options: Options<Ending>;
  #ending: Ending | undefined;

  constructor(options: Options<Ending>) {
    this.#options = options;
  }

  /** Runs `steps`. If one fails, or the saga is halted, everything done so far is compensated. */
  async run(steps: () => Promise<void>): Promise<void> {
    const { compensations, compensate, endingOf, setStatus } = this.#options;
    try {
      await this.runCancellable(steps);
    } catch (failure) {
      if (!(failure instanceof TemporalFailure)) throw failure; // a bug in this code: it is fixed and resumed, nobody is refunded
      const ending = this.#ending ?? this.decide(endingOf(failure));
      if (ending.failure) {
        if (!compensations.isEmpty) setStatus('COMPENSATING', ending);
        if (!(await compensate())) ending.fault = true;
      }
      setStatus(ending.status, ending);
    }
  }

  /** Ends the saga from outside, and cancels what is running. The first ending stands. */
  halt(ending: Ending): void {
    if (this.#ending) return;
    this.decide(ending);
    this.cancelScope();
  }

  get isHalted(): boolean {
    return this.#ending !== undefined;
  }

  /** Why the workflow must fail, if it must. */
  get fault(): NonNullable<Ending['failure']> | undefined {
    return this.#ending?.fault ? (this.#ending.failure ?? undefined) : undefined;
  }

  /** A step may complete although the saga was halted meanwhile: nothing follows it. */
  throwIfHalted(): void {
    if (this.#ending) throw new CancelledFailure(this.#ending.failure?.message ?? 'The saga has ended');
  }

  /** Runs something that is cancelled with the saga. */
  runCancellable<T>(run: () => Promise<T>): Promise<T> {
    return this.#scope.run(run);
  }

  protected cancelScope(): void {
    this.#scope.cancel();
  }

  /** Decides the ending. From here on it stands, although the compensations are yet to run. */
  protected decide(ending: Ending): Ending {
    const { compensations, recordEnding, setStatus } = this.#options;
    this.#ending = ending;
    recordEnding(ending);
    if (ending.failure && !compensations.isEmpty) setStatus('COMPENSATING', ending);
    return ending;
  }
}

/** Whether the history of this workflow has grown so long that it must be ended while there is room for compensations. */
export function historyIsTooLong(maxEvents: number): boolean {
  const { historyLength, historySize } = workflowInfo();
  return historyLength >= maxEvents || historySize >= maxHistoryBytes;
}
