import { ApplicationFailure, CancellationScope, setHandler } from '@temporalio/workflow';
import type { ShippingStep } from '@waybill/contracts/domain';
import { toStepFailure } from '../../shared/activities/failure.ts';
import { giveUpStep } from './protocol.ts';

/**
 * The child's side of a step that its order gives up. The running attempt is cancelled and awaited: if it succeeds or
 * is refused meanwhile, that result counts.
 */
export function createGiveUps() {
  let running: { step: ShippingStep; scope: CancellationScope; isGivenUp: boolean } | undefined;

  setHandler(giveUpStep, (step) => {
    if (running?.step !== step) return;
    running.isGivenUp = true;
    running.scope.cancel();
  });

  return {
    async during<T>(step: ShippingStep, run: () => Promise<T>): Promise<T> {
      const own = { step, scope: new CancellationScope({ cancellable: true }), isGivenUp: false };
      running = own;
      try {
        return await own.scope.run(run);
      } catch (failure) {
        const isCancelled = CancellationScope.current().consideredCancelled;
        if (!own.isGivenUp || isCancelled || toStepFailure(failure).refused) throw failure;
        throw ApplicationFailure.nonRetryable('The step was given up', 'STEP_GIVEN_UP');
      } finally {
        running = undefined;
      }
    },
  };
}
