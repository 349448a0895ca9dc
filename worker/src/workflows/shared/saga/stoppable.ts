import { CancellationScope } from '@temporalio/workflow';
import type { Attribution } from '../state/journal.ts';

/** An operator's wish that what runs be tried no more: why, and at which attempt it was. */
export type Stop = {
  reason: string;
  attempt: number;
  by: Attribution;
  decide: (refusal: 'NOTHING_TO_DO' | null) => void;
};

/**
 * What runs for an order, a step or a compensation, in a scope of its own, so that an operator can have it stopped. Its
 * running attempt is cancelled and awaited: only then it is known whether the stop came in time.
 */
export class Stoppable {
  #scope: CancellationScope | undefined;
  #stop: Stop | undefined;

  /** Runs `work`. To be followed by `take` or `deny`, as it ends. */
  run<T>(work: () => Promise<T>): Promise<T> {
    this.#scope = new CancellationScope({ cancellable: true, parent: CancellationScope.current() });
    return this.#scope.run(work);
  }

  /** Whether somebody is about to stop it. */
  get isStopped(): boolean {
    return this.#stop !== undefined;
  }

  /** Cancels what runs. */
  stop(stop: Stop): void {
    this.#stop = stop;
    this.#scope?.cancel();
  }

  /** Has it stopped where it runs, which is not here. */
  stopElsewhere(stop: Stop, tell: () => void): void {
    this.#stop = stop;
    tell();
  }

  /** It was stopped in time, if it was stopped. */
  take(): Stop | undefined {
    const stop = this.#end();
    stop?.decide(null);
    return stop;
  }

  /** It ended by itself: whoever wanted it stopped comes too late. */
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

/** What nobody can stop: the compensations of a recovery. */
export const unstoppable: Pick<Stoppable, 'run' | 'take' | 'deny'> = {
  run: (work) => work(),
  take: () => undefined,
  deny: () => undefined,
};
