import { TypedSearchAttributes } from '@temporalio/common';
import type { coresdk } from '@temporalio/proto';
import type { WorkflowBundle } from '@temporalio/worker';
// What a worker drives workflow code with is not offered to others, so these paths are the SDK's own. They are imported
// in this file only, and the SDK's version is pinned: they can move when it is raised, and not before.
import { parseWorkflowCode } from '@temporalio/worker/lib/worker.js';
import type { Workflow } from '@temporalio/worker/lib/workflow/interface.js';
import { ReusableVMWorkflowCreator } from '@temporalio/worker/lib/workflow/reusable-vm.js';
import { globalHandlers } from '@temporalio/worker/lib/workflow/vm-shared.js';

export type Activation = coresdk.workflow_activation.IWorkflowActivation;
export type Job = coresdk.workflow_activation.IWorkflowActivationJob;
export type Command = coresdk.workflow_commands.IWorkflowCommand;
/** Workflow code that was started: it takes activations, and answers each with commands. */
export type SandboxedWorkflow = Workflow;
/** What a workflow gives to a sink. */
export type SinkCall = Awaited<ReturnType<Workflow['getAndResetSinkCalls']>>[number];
export type Sandbox = Awaited<ReturnType<typeof openSandbox>>;

/** How long the code may run at a time: with a limit, each call has a thread of its own that watches it. */
const noLimit = undefined as unknown as number;

type Started = { workflowId: string; workflowType: string; taskQueue: string; runId: string; startedMs: number };

/** The sandbox in which a worker runs workflows, with their code. */
export async function openSandbox({ code }: WorkflowBundle, activities: readonly string[]) {
  const parsed = parseWorkflowCode(code);
  const creator = await ReusableVMWorkflowCreator.create(parsed, noLimit, new Set(activities));
  globalHandlers.uninstall(); // it records the stack of every promise, for a query that is not used here
  return {
    /** Loads the code of a workflow anew, as a worker does that has it not in its cache. */
    load: (started: Started): Promise<Workflow> => creator.createWorkflow(optionsOf(started)),
    close: () => creator.destroy(),
  };
}

const optionsOf = ({ startedMs, runId, ...started }: Started) => ({
  info: {
    ...started,
    runId,
    firstExecutionRunId: runId,
    originalExecutionRunId: runId,
    namespace: 'simulation',
    attempt: 1,
    startTime: new Date(startedMs),
    runStartTime: new Date(startedMs),
    taskTimeoutMs: 10_000,
    searchAttributes: {},
    typedSearchAttributes: new TypedSearchAttributes(),
    historyLength: 0,
    historySize: 0,
    continueAsNewSuggested: false,
    targetWorkerDeploymentVersionChanged: false,
    currentBuildId: '',
    unsafe: { isReplaying: false, isReplayingHistoryEvents: false, now: () => startedMs, random: () => 0 },
  } as unknown as Parameters<ReusableVMWorkflowCreator['createWorkflow']>[0]['info'],
  randomnessSeed: [...Buffer.from(runId)],
  now: startedMs,
  showStackTraceSources: false,
});
