import { WorkflowExecutionAlreadyStartedError, WorkflowFailedError } from '@temporalio/client';
import { type RefundCommand, type RefundOutcome, refund } from '@waybill/contracts/domain';
import type { Engine } from './engine.ts';
import { asOwnError, engineFaultIn, grpc } from './engine-faults.ts';

const callMs = 10_000;

/** Starts the workflow of a refund, or finds the one that the same command has started, and waits for what it comes to. */
export const createRefundStart = (engine: Engine, taskQueue: string) => {
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

  const fingerprintOf = async (workflowId: string): Promise<string> => {
    const { workflowExecutionInfo } = await engine.describe(workflowId, { withinMs: callMs }).catch(asOwnError);
    const { fingerprint } = workflowExecutionInfo?.memo?.fields ?? {};
    return String(fingerprint && (await engine.decoded({ payloads: [fingerprint] })));
  };

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

/** It is still under way. */
function nullWhenLater(error: unknown): null {
  if (error instanceof WorkflowFailedError) throw error;
  const code = engineFaultIn(error)?.code;
  return code === grpc.DEADLINE_EXCEEDED || code === grpc.CANCELLED ? null : asOwnError(error);
}
