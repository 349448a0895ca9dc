import { sleep } from '@temporalio/workflow';
import { paymentAsStarted, type RunOutcome, type StartedPayment } from '@waybill/contracts/domain';
import { createMoney } from './providers/money.ts';
import { executeRun } from './run-workflow.ts';
import { readStartedRun } from './state/read-started-run.ts';

/**
 * Takes one payment: authorizes it, then captures it. It is compensated if a step fails, or if the run is cancelled at
 * any time before its end, which is `cancellableForMs` after the capture.
 */
export async function payment(input: StartedPayment): Promise<RunOutcome> {
  const started = readStartedRun('PAYMENT', input);
  return executeRun(started, paymentAsStarted(started), async (run) => {
    const money = createMoney(run, started);

    await run.step('AUTHORIZE_PAYMENT', { run: money.authorize, compensate: money.release });
    await run.step('CAPTURE_PAYMENT', { run: money.capture, compensate: money.refund });
    if (started.cancellableForMs) await sleep(started.cancellableForMs);
  });
}
