import proto from '@temporalio/proto';
import { Core } from '../core/core.ts';
import type { WorkflowTask } from '../core/next-task.ts';
import type { Happening, Payload } from '../history/history.ts';
import { asPayload, contentOf } from '../history/payloads.ts';
import type { Ended, LocalActivityMachine } from '../machines/local-activity-machine.ts';
import { Nondeterminism } from '../machines/machine.ts';
import { endLast } from '../machines/machine-for.ts';
import type { Activation, Command, Sandbox, SandboxedWorkflow, SinkCall } from '../sdk/sdk.ts';

const { WorkflowActivation } = proto.coresdk.workflow_activation;

/** The progress of a workflow task. */
export type Progress =
  /** Local activities are running: the task stays open. */
  | { kind: 'waits' }
  | { kind: 'completed'; happenings: Happening[]; langUsedFlags: number[]; forcesNewTask: boolean }
  | { kind: 'failed'; message: string };

/** A workflow in the cache of a worker: its code, loaded, with the core that drives it. */
export class WorkflowInstance {
  readonly #core = new Core();
  readonly #sandbox: Sandbox;
  readonly #atWork = new Set<LocalActivityMachine>();
  readonly #toldFlags = new Set<number>();
  #workflow: SandboxedWorkflow | undefined;
  #queries: string[] = [];
  #answers: unknown[] = [];
  /** Runs a local activity that the workflow has scheduled. */
  onLocalActivity: (machine: LocalActivityMachine) => void = () => undefined;
  /** Does what the workflow exports. */
  onSinkCall: (call: SinkCall) => void = () => undefined;
  /** Lets local activities end while a query is answered. */
  whileQueried: () => Promise<void> = async () => undefined;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  /** A task from the engine, with the names of queries that are to be answered with it. */
  take(task: WorkflowTask, queries: readonly string[] = []): Promise<Progress> {
    this.#queries = [...queries];
    return this.#orFails(async () => {
      this.#core.receives(task);
      return this.#advance();
    });
  }

  localActivityEnds(machine: LocalActivityMachine, how: Ended): void {
    this.#atWork.delete(machine);
    this.#core.localActivityEnds(machine, how);
  }

  /** Continues a task that was open because of its local activities. */
  goOn(): Promise<Progress> {
    return this.#orFails(() => this.#advance());
  }

  /** Answers queries without a task. Returns the error, if any. */
  async answer(queries: readonly string[], ...args: unknown[]): Promise<string | undefined> {
    const given = args.map(asPayload);
    const jobs = queries.map((queryType, at) => ({
      queryWorkflow: { queryId: `q-${at}`, queryType, arguments: given },
    }));
    const commands = await this.#activate(WorkflowActivation.fromObject(this.#core.activation(jobs)));
    const failed = commands.find(({ respondToQuery }) => !respondToQuery?.succeeded);
    for (const { respondToQuery } of commands) this.#answers.push(...answerIn(respondToQuery));
    return failed && `a query failed: ${failed.respondToQuery?.failed?.message}`;
  }

  /** What was answered and not taken before. */
  takeAnswers(): unknown[] {
    return this.#answers.splice(0);
  }

  async dispose(): Promise<void> {
    await this.#workflow?.dispose();
    this.#workflow = undefined;
  }

  async #advance(): Promise<Progress> {
    for (;;) {
      while (this.#core.hasJobs) this.#core.take(endLast(await this.#activate(this.#core.activation())));
      for (const machine of this.#core.toRun()) {
        this.#atWork.add(machine);
        this.onLocalActivity(machine);
      }
      if (this.#queries.length > 0) return this.#completedWithAnswers();
      if (this.#atWork.size > 0) return { kind: 'waits' };
      return this.#completed(false);
    }
  }

  /** A query is not kept waiting for local activities: the task is completed without them, and they get another one. */
  async #completedWithAnswers(): Promise<Progress> {
    const queries = this.#queries.splice(0);
    if (this.#atWork.size > 0) await this.whileQueried();
    const failed = await this.answer(queries);
    if (failed) return { kind: 'failed', message: failed };
    return this.#completed(this.#atWork.size > 0 || this.#core.hasJobs);
  }

  #completed(forcesNewTask: boolean): Progress {
    const happenings = this.#core.outgoing().map(({ happening }) => happening);
    const langUsedFlags = [...this.#core.flags].filter((flag) => !this.#toldFlags.has(flag));
    for (const flag of langUsedFlags) this.#toldFlags.add(flag);
    return { kind: 'completed', happenings, langUsedFlags, forcesNewTask };
  }

  async #activate(activation: Activation): Promise<Command[]> {
    this.#workflow ??= await this.#load(activation);
    const { successful, failed } = await this.#workflow.activate(activation);
    const exported = await this.#workflow.getAndResetSinkCalls();
    if (!activation.isReplaying) exported.forEach(this.onSinkCall);
    if (failed) throw new Error(failed.failure?.message ?? 'The workflow failed its task');
    for (const flag of successful?.usedInternalFlags ?? []) this.#core.flags.add(flag);
    return successful?.commands ?? [];
  }

  #load({ jobs, timestamp }: Activation): Promise<SandboxedWorkflow> {
    const { workflowId, workflowType, firstExecutionRunId } = jobs?.[0]?.initializeWorkflow ?? {};
    if (!workflowId || !workflowType) throw new Error('An activation came for a workflow that is not initialized');
    return this.#sandbox.load({
      workflowId,
      workflowType,
      runId: firstExecutionRunId ?? '',
      taskQueue: this.#core.taskQueue,
      startedMs: Number(timestamp?.seconds ?? 0) * 1_000,
    });
  }

  async #orFails(run: () => Promise<Progress>): Promise<Progress> {
    try {
      return await run();
    } catch (error) {
      if (error instanceof Nondeterminism) return { kind: 'failed', message: `it does not replay: ${error.message}` };
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }
}

const answerIn = (response: Command['respondToQuery']): unknown[] => {
  const payload = response?.succeeded?.response;
  return payload ? [contentOf({ payloads: [payload as Payload] })] : [];
};
