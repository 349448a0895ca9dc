import { CancellationScope } from '@temporalio/workflow';
import type { Attribution } from '../state/journal.ts';

/** An operator's request to stop retrying what runs: the reason, and its attempt. */
export type Stop = {
  reason: string;
  attempt: number;
  by: Attribution;
  decide: (refusal: 'NOTHING_TO_DO' | null) => void;
};

/**
 * Runs a step or a compensation of an order in its own scope, so that an operator can stop it. Its running attempt is
 * cancelled and awaited: only then it is known whether the stop came in time.
 */
export class Stoppable {
  #scope: CancellationScope | undefined;
  #stop: Stop | undefined;

  /** Runs `work`. Must be followed by `take` or `deny`, depending on its end. */
  run<T>(work: () => Promise<T>): Promise<T> {
    this.#scope = new CancellationScope({ cancellable: true, parent: CancellationScope.current() });
    return this.#scope.run(work);
  }

  /** Whether an operator has asked to stop it. */
  get isStopped(): boolean {
    return this.#stop !== undefined;
  }

  /** Cancels what runs. */
  stop(stop: Stop): void {
    this.#stop = stop;
    this.#scope?.cancel();
  }

  /** Stops it in the other workflow where it runs. */
  stopElsewhere(stop: Stop, tell: () => void): void {
    this.#stop = stop;
    tell();
  }

  /** Returns the request that stopped it, if there was one. */
  take(): Stop | undefined {
    const stop = this.#end();
    stop?.decide(null);
    return stop;
  }

  /** Denies the request to stop it: it has ended by itself. */
  deny(): void {
    this.#end()?.decide('NOTHING_TO_DO');
  }

  #end(): Stop | undefined {
    const stop = this.#stop;
    this.#stop = undefined;
    this.#scope = undefined;
    return stop;
  }
}

/** The work that operators cannot stop: the steps and compensations of runs, and the compensations of a recovery. */
export const unstoppable: Pick<Stoppable, 'run' | 'take' | 'deny'> = {
  run: (work) => work(),
  take: () => undefined,
  deny: () => undefined,
};
