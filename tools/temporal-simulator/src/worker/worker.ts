import { runLocalActivity } from '../activities/activities.ts';
import type { Attempts, Ended } from '../activities/attempts.ts';
import type { LocalActivityMachine } from '../machines/local-activity-machine.ts';
import type { Sandbox, SinkCall } from '../sdk/sdk.ts';
import type { Execution } from '../server/execution.ts';
import { settled, untilTaken, type World } from '../world.ts';
import { type Progress, WorkflowInstance } from './workflow-instance.ts';

/** A workflow that a worker has in its cache, and the local activities that are at work for it. */
type Run = { workflow: WorkflowInstance; local: Set<Attempts>; isBusy: boolean };

type Parts = {
  onFailure: (message: string) => void;
  /** The queries that come with a task. */
  asks: (execution: Execution) => string[];
  onAnswer: (answer: unknown) => void;
};

/**
 * The workers of all queues as one: takes workflow tasks, and keeps workflows in its cache until it is restarted.
 */
export class SimulatedWorker {
  readonly #world: World;
  readonly #sandbox: Sandbox;
  readonly #parts: Parts;
  readonly #cache = new Map<Execution, Run>();

  constructor(world: World, sandbox: Sandbox, parts: Parts) {
    this.#world = world;
    this.#sandbox = sandbox;
    this.#parts = parts;
  }

  polls(execution: Execution): void {
    this.#world.eventQueue.in(untilTaken(this.#world), () => {
      const { eventQueue, workersAwayUntilMs } = this.#world;
      if (workersAwayUntilMs > eventQueue.now()) return this.polls(execution);
      return this.#take(execution);
    });
  }

  /** A query is answered with the next task, and at once where there is none. */
  async isAsked(execution: Execution, query: string): Promise<void> {
    if (execution.isClosed) return;
    if (execution.hasTask) return execution.isAsked(query);
    const run = this.#cache.get(execution) ?? (await this.#rebuilt(execution));
    const failed = await run.workflow.answer([query]);
    if (failed) this.#parts.onFailure(failed);
    run.workflow.takeAnswers().forEach(this.#parts.onAnswer);
  }

  /** Clears the cache. The engine waits for `taskTimeoutMs` before it offers an open task again. */
  async restarts(taskTimeoutMs: number): Promise<void> {
    for (const [execution, { workflow, local }] of this.#cache) {
      for (const attempts of local) attempts.abandon();
      await workflow.dispose();
      const { openTask } = execution;
      if (openTask) this.#world.eventQueue.in(taskTimeoutMs, () => execution.timeOutTask(openTask));
    }
    this.#cache.clear();
  }

  async #take(execution: Execution): Promise<void> {
    const known = this.#cache.get(execution);
    const run = known ?? this.#opened(execution);
    const { task, queries } = execution.startTask(known !== undefined);
    const allQueries = [...queries, ...this.#parts.asks(execution)];
    await this.#progress(execution, run, () => run.workflow.take(task, allQueries));
  }

  async #rebuilt(execution: Execution): Promise<Run> {
    const run = this.#opened(execution);
    const progress = await run.workflow.take(execution.knownTo(false));
    if (progress.kind === 'failed') this.#parts.onFailure(progress.message);
    return run;
  }

  #opened(execution: Execution): Run {
    const workflow = new WorkflowInstance(this.#sandbox);
    const run: Run = { workflow, local: new Set(), isBusy: false };
    workflow.onLocalActivity = (machine) => this.#runs(machine, execution, run);
    workflow.onSinkCall = (call) => this.#exports(call);
    workflow.whileQueried = () => this.#hurry(run);
    this.#cache.set(execution, run);
    return run;
  }

  /** Nothing waits for it: it may arrive when much else has, be the worker there or not. */
  #exports(call: SinkCall): void {
    const { eventQueue, chance, takes } = this.#world;
    eventQueue.in(chance.moment(), () => {
      takes(call);
      return settled();
    });
  }

  #runs(machine: LocalActivityMachine, execution: Execution, run: Run): void {
    const attempts: Attempts = runLocalActivity(this.#world, machine.command, (how) => {
      run.local.delete(attempts);
      run.workflow.localActivityEnds(machine, endOf(how, this.#world.eventQueue.now()));
      if (!run.isBusy) return this.#progress(execution, run, () => run.workflow.goOn());
    });
    run.local.add(attempts);
  }

  async #progress(execution: Execution, run: Run, goOn: () => Promise<Progress>): Promise<void> {
    run.isBusy = true;
    const progress = await goOn();
    if (progress.kind === 'failed') this.#parts.onFailure(progress.message);
    else if (progress.kind === 'waits') run.isBusy = false;
    else this.#world.eventQueue.in(this.#world.chance.moment(), () => this.#report(execution, run, progress));
  }

  async #report(execution: Execution, run: Run, progress: Progress & { kind: 'completed' }): Promise<void> {
    if (this.#cache.get(execution) !== run) return;
    const outcome = execution.completeTask(progress);
    if (outcome !== 'unhandled') run.workflow.takeAnswers().forEach(this.#parts.onAnswer);
    if (outcome === 'closed' || outcome === 'unhandled') {
      this.#cache.delete(execution);
      for (const attempts of run.local) attempts.abandon();
      await run.workflow.dispose();
    }
    if (outcome !== 'goes on') return;
    await this.#hurry(run);
    await this.#take(execution);
  }

  /** A local activity may end while its workflow cannot be activated. */
  async #hurry({ local }: Run): Promise<void> {
    for (const attempts of [...local]) if (this.#world.chance.isSo(0.7)) await attempts.hurry();
  }
}

function endOf(how: Ended, completedMs: number) {
  if (how.kind === 'canceled') throw new Error('A local activity was cancelled, which is not simulated');
  const end = { attempt: how.attempt, completedMs };
  return how.kind === 'completed' ? { ...end, result: how.result } : { ...end, failure: how.failure };
}
