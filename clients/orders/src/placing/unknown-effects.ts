import { type EffectDifference, fulfillment, repair, runIdShape, runWorkflows } from '@waybill/contracts/domain';
import { completedStatus, runningStatus } from '../engine/description.ts';
import type { Engine } from '../engine/engine.ts';
import { asOwnError } from '../engine/engine-faults.ts';
import { createWorkflowStart } from '../engine/workflow-start.ts';

/** The progress; KNOWN if the engine has an order or run with this id, whose effects are not undone. */
export type Repair = 'UNDOING' | 'UNDONE' | 'FAILED' | 'KNOWN';

export type EffectsToUndo = {
  orderId: string;
  actor: string;
  differences: EffectDifference[];
  shippingQueue?: string | undefined;
};

const callMs = 5_000;

/** No order's content has this fingerprint. */
const fingerprint = 'undone';

/** Undoes the effects of an unknown order or run, once, under its workflow id. */
export const createRepairs = (engine: Engine, taskQueue: string) => {
  const statusOf = async (workflowId: string): Promise<Repair> => {
    const description = await engine.describe(workflowId, { withinMs: callMs }).catch(asOwnError);
    const { type, status } = description.workflowExecutionInfo ?? {};
    return type?.name === repair.workflow ? (statuses[status ?? 0] ?? 'FAILED') : 'KNOWN';
  };

  return async (unknown: EffectsToUndo): Promise<Repair> => {
    const id = unknown.orderId;
    const isRun = runIdShape.test(id);
    const workflowId = (isRun ? runWorkflows : fulfillment).idFor(id);
    const start = createWorkflowStart(engine, taskQueue, isRun ? 'runId' : 'orderId');
    const content = { args: [unknown], identity: { id, fingerprint } };
    const { justStarted } = await start(repair.workflow, workflowId, content, unknownToBook);
    return justStarted ? 'UNDOING' : statusOf(workflowId);
  };
};

const unknownToBook = Promise.resolve(undefined);

const statuses: Partial<Record<number, Repair>> = { [runningStatus]: 'UNDOING', [completedStatus]: 'UNDONE' };
