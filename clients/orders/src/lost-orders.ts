import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { fulfillment, recovery, shipment } from '@waybill/contracts/domain';
import { pause } from './backoff.ts';
import { createEngine, type Engine } from './engine.ts';
import { asOwnError, unlessEnded } from './engine-faults.ts';
import { isTaskFailing } from './workflow-task.ts';

const callMs = 5_000;

/** A cancelled shipment stops what it is doing and ends; one whose worker is away is terminated. */
const shipmentMs = 10_000;

const reason = 'The order was lost, and is being recovered';

/** The task queues of recoveries and of shipments. */
export type RecoveryQueues = { taskQueue?: string; shippingQueue?: string };

/** Operations on orders whose workflow ended before the order did. */
export function createLostOrders(
  client: Client,
  { taskQueue = fulfillment.taskQueue, shippingQueue = shipment.taskQueue }: RecoveryQueues = {},
) {
  const engine = createEngine(client);
  const { isRunning, terminate, cancel } = createEndings(client, engine);

  const start = (orderId: string) =>
    client.workflow.start(recovery.workflow, {
      workflowId: recovery.idFor(orderId),
      taskQueue,
      args: [{ orderId, shippingQueue }],
      memo: { orderId },
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: 'FAIL',
    });

  return {
    /** Whether the order's workflow is running, for instance after a reset. */
    isRunning: (orderId: string) => isRunning(fulfillment.idFor(orderId)),

    /** Ends the order's own workflow and its shipment, so that only the recovery acts for it. */
    async end(orderId: string): Promise<void> {
      await terminate(fulfillment.idFor(orderId));
      await cancel(shipment.idFor(orderId));
    },

    /** Whether a recovery of the order is running; `failing` when a bug blocks it. */
    async recovering(orderId: string): Promise<boolean | 'failing'> {
      const known = engine.describe(recovery.idFor(orderId), { withinMs: callMs }).catch(asOwnError);
      const description = await known.catch(unlessEnded);
      if (description?.workflowExecutionInfo?.status !== running) return false;
      return isTaskFailing(description) ? 'failing' : true;
    },

    /** Starts the recovery of the order, unless one is running. */
    recover: (orderId: string): Promise<void> =>
      engine.limited({ withinMs: callMs }, async () => void (await start(orderId))).catch(unlessUnderWay),
  };
}

/** Ends workflows of an order from outside. */
function createEndings(client: Client, engine: Engine) {
  const isRunning = async (workflowId: string): Promise<boolean> => {
    const description = await engine.describe(workflowId, { withinMs: callMs }).catch(asOwnError).catch(unlessEnded);
    return description?.workflowExecutionInfo?.status === running;
  };

  const terminate = (workflowId: string): Promise<unknown> =>
    engine
      .limited({ withinMs: callMs }, () => client.workflow.getHandle(workflowId).terminate(reason))
      .catch(unlessOver);

  const cancel = async (workflowId: string): Promise<void> => {
    const until = Date.now() + shipmentMs;
    await engine.limited({ withinMs: callMs }, () => client.workflow.getHandle(workflowId).cancel()).catch(unlessOver);
    while (Date.now() < until && (await isRunning(workflowId))) await pause(200);
    await terminate(workflowId);
  };

  return { isRunning, terminate, cancel };
}

/** WORKFLOW_EXECUTION_STATUS_RUNNING. */
const running = 1;

function unlessOver(error: unknown): void {
  if (!(error instanceof WorkflowNotFoundError)) throw error;
}

function unlessUnderWay(error: unknown): void {
  if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
}
