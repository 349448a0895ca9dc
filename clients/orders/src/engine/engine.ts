import { type Client, WorkflowClient } from '@temporalio/client';
import { decodeArrayFromPayloads, decodeFailure } from '@temporalio/common/lib/internal-non-workflow/index.js';
import proto, { type temporal } from '@temporalio/proto';
import { type CallLimits, createLimits, type Limited } from './call-limits.ts';

const { TASK_QUEUE_TYPE_WORKFLOW: workflowTasks } = proto.temporal.api.enums.v1.TaskQueueType;

export type Payloads = temporal.api.common.v1.IPayloads | null | undefined;
export type Failure = temporal.api.failure.v1.IFailure;
export type History = temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
export type HistoryEvent = temporal.api.history.v1.IHistoryEvent;
export type Description = temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;

export type Engine = ReturnType<typeof createEngine>;

/** The calls of Temporal's client that orders need, each with a deadline. */
export function createEngine(client: Client) {
  const { connection } = client;
  const { namespace } = client.options;
  // A query to a closed workflow would replay its whole history, so the engine is told to refuse it.
  const workflow = new WorkflowClient({ ...client.workflow.options, connection, queryRejectCondition: 'NOT_OPEN' });

  const limited = createLimits(connection);

  return {
    workflow,
    limited,

    ...createHistoryCalls(client, limited),

    describe: (workflowId: string, limits: CallLimits): Promise<Description> =>
      limited(limits, () => client.workflowService.describeWorkflowExecution({ namespace, execution: { workflowId } })),

    /** The pollers of a task queue's workflow tasks, and the builds that get them. */
    taskQueue: (name: string, limits: CallLimits) =>
      limited(limits, () =>
        client.workflowService.describeTaskQueue({ namespace, taskQueue: { name }, taskQueueType: workflowTasks }),
      ),

    describeNamespace: (limits: CallLimits): Promise<unknown> =>
      limited(limits, () => client.workflowService.describeNamespace({ namespace })),

    ...createDecoders(workflow, namespace),
  };
}

/** Reads what the engine stores, which may be encrypted; an error names the workflow that it is of, if given. */
function createDecoders({ options: { loadedDataConverter } }: WorkflowClient, namespace: string) {
  const ownerOf = (workflowId?: string | null) =>
    workflowId ? ({ type: 'workflow', namespace, workflowId } as const) : undefined;
  const decodedAll = (payloads: Payloads, workflowId?: string | null): Promise<unknown[]> =>
    decodeArrayFromPayloads(loadedDataConverter, payloads?.payloads ?? [], ownerOf(workflowId));

  return {
    decoded: async (payloads: Payloads, workflowId?: string | null): Promise<unknown> =>
      (await decodedAll(payloads, workflowId))[0],
    decodedAll,

    /** The message of a failure, which is in a payload where failures are encrypted. */
    messageOf: async (failure: Failure, workflowId?: string | null): Promise<string> => {
      const { failureConverter, payloadConverter, payloadCodecs } = loadedDataConverter;
      const decoded = await decodeFailure(payloadCodecs, failure, ownerOf(workflowId));
      return failureConverter.failureToError(decoded, payloadConverter).message;
    },
  };
}

function createHistoryCalls({ workflowService, options: { namespace } }: Client, limited: Limited) {
  return {
    history: (workflowId: string, page: { token: Uint8Array; wait: boolean }, limits: CallLimits): Promise<History> =>
      limited(limits, () =>
        workflowService.getWorkflowExecutionHistory({
          namespace,
          execution: { workflowId },
          nextPageToken: page.token,
          waitNewEvent: page.wait,
          skipArchival: true,
        }),
      ),

    /** One page of the history of one execution of a workflow, in either direction. */
    historyPage: (
      execution: { workflowId: string; runId: string },
      page: { token: Uint8Array; newestFirst: boolean },
      limits: CallLimits,
    ): Promise<Pick<History, 'history' | 'nextPageToken'>> =>
      limited(limits, () => {
        const request = { namespace, execution, nextPageToken: page.token };
        return page.newestFirst
          ? workflowService.getWorkflowExecutionHistoryReverse(request)
          : workflowService.getWorkflowExecutionHistory({ ...request, skipArchival: true });
      }),
  };
}
