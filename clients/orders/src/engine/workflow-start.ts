import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { TypedSearchAttributes } from '@temporalio/common';
import type { Engine } from './engine.ts';
import { asOwnError } from './engine-faults.ts';
import { memoText } from './memo.ts';

/** The holder of an id, and the digest of its request. */
export type Identity = { id: string; fingerprint: string };

/** The holder of a workflow id: this call, or an earlier one. */
export type Holder = Identity & { justStarted: boolean };

/** The workflow to start; the memo holds the identity. */
export type Content = { args: unknown[]; identity: Identity; typedSearchAttributes?: TypedSearchAttributes };

const callMs = 10_000;

/** Starts a workflow under an id that is used only once, and returns the holder of the id. */
export const createWorkflowStart = (engine: Engine, taskQueue: string, idInMemo: 'orderId' | 'runId') => {
  const holderOf = async (workflowId: string): Promise<Holder> => {
    const description = await engine.describe(workflowId, { withinMs: callMs }).catch(asOwnError);
    return {
      id: await memoText(engine, description, idInMemo),
      fingerprint: await memoText(engine, description, 'fingerprint'),
      justStarted: false,
    };
  };

  const start = async (workflow: string, workflowId: string, content: Content): Promise<Holder> => {
    const { identity, ...options } = content;
    try {
      await engine.limited({ withinMs: callMs }, () =>
        engine.workflow.start(workflow, {
          ...options,
          memo: { [idInMemo]: identity.id, fingerprint: identity.fingerprint },
          workflowId,
          taskQueue,
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          workflowIdConflictPolicy: 'FAIL',
        }),
      );
      return { ...identity, justStarted: true };
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) return asOwnError(error);
      return holderOf(workflowId);
    }
  };

  return (workflow: string, workflowId: string, content: Content, inBook: InBook): Promise<Holder> =>
    preferBook(inBook, start(workflow, workflowId, content));
};

export type WorkflowStart = ReturnType<typeof createWorkflowStart>;

type InBook = Promise<Identity | undefined>;

/**
 * The engine drops workflows that closed long ago; then their ids can be started again. An entry of the order book takes
 * precedence: a workflow that was started beside it finds it at its first step, and stops.
 */
async function preferBook(inBook: InBook, started: Promise<Holder>): Promise<Holder> {
  const [known, holder] = await Promise.all([inBook, started]);
  return known ? { ...known, justStarted: false } : holder;
}
