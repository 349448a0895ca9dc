import { sleep } from '@temporalio/workflow';
import { paymentAsStarted, type RunOutcome, type StartedPayment } from '@waybill/contracts/domain';
import { createMoney } from './providers/money.ts';
import { executeRun } from './run-workflow.ts';

/**
 * Takes one amount: holds it, then captures it. What was done is given back when a step fails, or when somebody cancels the
 * run: at any time before its end, which comes `cancellableForMs` after the capture.
 */
export function payment(started: StartedPayment): Promise<RunOutcome> {
  return executeRun(started, paymentAsStarted(started), async (run) => {
    const money = createMoney(run, started);

    await run.step('AUTHORIZE_PAYMENT', { run: money.authorize, compensate: money.release });
    await run.step('CAPTURE_PAYMENT', { run: money.capture, compensate: money.refund });
    if (started.cancellableForMs) await sleep(started.cancellableForMs);
  });
}
