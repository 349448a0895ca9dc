import { WorkflowExecutionAlreadyStartedError, WorkflowFailedError } from '@temporalio/client';
import { type RefundCommand, type RefundOutcome, refund } from '@waybill/contracts/domain';
import type { Engine } from '../engine/engine.ts';
import { asOwnError, engineFaultIn, grpc, unlessEnded } from '../engine/engine-faults.ts';
import { memoText } from '../engine/memo.ts';

const callMs = 10_000;
const lookMs = 5_000;

/** Refunds of payments, each a workflow of its own. */
export const createRefunds = (engine: Engine, taskQueue: string) => ({
  refund: createRefundStart(engine, taskQueue),
  hasBegunRefund: createRefundCheck(engine),
});

/** Starts the workflow of a refund, or finds the one that the same command has started, and waits for what it comes to. */
const createRefundStart = (engine: Engine, taskQueue: string) => {
  const start = (workflowId: string, command: RefundCommand) =>
    engine
      .limited({ withinMs: callMs }, () =>
        engine.workflow.start(refund.workflow, {
          workflowId,
          taskQueue,
          args: [command],
          memo: { runId: command.runId, fingerprint: command.fingerprint },
          workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
          workflowIdConflictPolicy: 'FAIL',
        }),
      )
      .catch((error: unknown) => {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) asOwnError(error);
      });

  const fingerprintOf = async (workflowId: string): Promise<string> =>
    memoText(engine, await engine.describe(workflowId, { withinMs: callMs }).catch(asOwnError), 'fingerprint');

  return async (command: RefundCommand, withinMs = 10_000) => {
    const workflowId = refund.idFor(command.runId, command.commandId);
    await start(workflowId, command);
    const outcome = engine
      .limited({ withinMs }, () => engine.workflow.getHandle(workflowId).result() as Promise<RefundOutcome>)
      .catch(nullWhenLater);
    const [fingerprint, settled] = await Promise.all([fingerprintOf(workflowId), outcome]);
    return settled && { ...settled, fingerprint };
  };
};

/** Whether this command has begun a refund, whatever became of it. */
const createRefundCheck =
  (engine: Engine) =>
  async (runId: string, commandId: string): Promise<boolean> => {
    const found = engine.describe(refund.idFor(runId, commandId), { withinMs: lookMs });
    return (await found.catch(asOwnError).catch(unlessEnded)) !== undefined;
  };

/** It is still under way. */
function nullWhenLater(error: unknown): null {
  if (error instanceof WorkflowFailedError) throw error;
  const code = engineFaultIn(error)?.code;
  return code === grpc.DEADLINE_EXCEEDED || code === grpc.CANCELLED ? null : asOwnError(error);
}
