import { flagsIn, type HistoryEvent, isLast, isOfCommand } from '../history/history.ts';
import { asTimestamp } from '../history/proto-history.ts';
import type { Ended, LocalActivityMachine } from '../machines/local-activity-machine.ts';
import type { MachineContext, Outgoing } from '../machines/machine.ts';
import { UpdateMachines } from '../machines/update-machines.ts';
import type { Activation, Command, Job } from '../sdk/sdk.ts';
import { CommandMachines } from './command-machines.ts';
import { inOrder, jobOf } from './jobs.ts';
import { LocalActivities } from './local-activities.ts';
import { nextWorkflowTask, type WorkflowTask } from './next-task.ts';
import { Outbox } from './outbox.ts';
import { patchIn } from './patches.ts';

/**
 * What the SDK's core does between the engine and one workflow: it makes activations of events, and commands of what the
 * workflow answers. It replays where the history is ahead of the workflow, and finds out where the two part.
 *
 * It follows the Rust code of the SDK's version step by step (`workflow_machines.rs`), for the tests need its quirks.
 */
export class Core {
  #events: readonly HistoryEvent[] = [];
  #jobs: Job[] = [];
  readonly #outbox = new Outbox();
  readonly #local = new LocalActivities((machine, how) => this.localActivityEnds(machine, how));
  readonly #around: MachineContext = {
    tell: (job) => this.#jobs.push(job),
    issue: (happening, machine) => this.#outbox.put({ happening, machine }),
  };
  readonly #updates = new UpdateMachines(this.#around);
  readonly #commands = new CommandMachines(this.#around, this.#local, this.#updates);
  readonly flags = new Set<number>();
  #lastEventId = 0;
  #startedEventId = 0;
  #nextStartedEventId = 0;
  #previousStartedEventId = 0;
  #isOver = false;
  #timeMs = 0;
  #replaying = false;
  taskQueue = '';

  receives({ events, previousStartedEventId, messages = [] }: WorkflowTask): void {
    this.#events = events;
    this.#updates.receives(messages);
    this.#previousStartedEventId = previousStartedEventId;
    this.#replaying = previousStartedEventId > 0;
    this.#applyNextTask();
  }

  get hasJobs(): boolean {
    return this.#jobs.length > 0;
  }

  /** The next activation of the workflow. */
  activation(jobs = inOrder(this.#jobs.splice(0))): Activation {
    return {
      jobs,
      isReplaying: this.#replaying || jobs.every(({ queryWorkflow }) => queryWorkflow),
      timestamp: asTimestamp(this.#timeMs),
      historyLength: this.#lastEventId,
      availableInternalFlags: [...this.flags],
    };
  }

  /** What the workflow answered. While it replays, it goes on with the next task of its history. */
  take(commands: readonly Command[]): void {
    for (const command of commands) this.#commands.begin(command, this.#replaying);
    this.#local.hearWhatIsKnown();
    while (!this.hasJobs && this.#applyNextTask() && this.#replaying);
  }

  /** The commands for the engine to write down. */
  outgoing(): Outgoing[] {
    return this.#outbox.content();
  }

  /** The local activities that are to be run now. */
  toRun(): LocalActivityMachine[] {
    return this.#local.toRun();
  }

  localActivityEnds(machine: LocalActivityMachine, how: Ended): void {
    this.#timeMs = Math.max(this.#timeMs, how.completedMs);
    machine.ends(how);
  }

  /** True when there were events to apply. */
  #applyNextTask(): boolean {
    if (this.#isOver) return false;
    const unseen = this.#events.filter(({ id }) => id > this.#startedEventId);
    const task = nextWorkflowTask(unseen);
    this.#events = unseen.slice(task.length);
    const events = task.filter(({ id }) => id > this.#lastEventId);
    if (events.length === 0) this.#replaying = false;
    if (events.at(-1)?.type === 'workflowTaskStarted') this.#nextStartedEventId = events.at(-1)?.id ?? 0;
    const ahead = this.#events.find(({ type }) => type === 'workflowTaskCompleted');
    for (const flag of flagsIn([...events, ...(ahead ? [ahead] : [])])) this.flags.add(flag);
    for (const event of events) {
      this.#updates.hearBefore(event.id);
      this.#apply(event);
    }
    this.#peek();
    return events.length > 0;
  }

  #apply(event: HistoryEvent): void {
    const isNew = this.#events.length === 0 && event.id > this.#previousStartedEventId;
    if (isNew && event.type !== 'workflowTaskCompleted' && !isOfCommand(event)) this.#replaying = false;
    this.#lastEventId = event.id;
    if (isLast(event)) this.#isOver = true;

    if (isOfCommand(event)) {
      if (!this.#local.isKnown(event)) this.#outbox.isWritten(event);
    } else if (event.type === 'workflowTaskStarted') this.#taskStarted(event);
    else if (!event.type.startsWith('workflowTask')) this.#hear(event);
  }

  #hear(event: HistoryEvent): void {
    if (event.type === 'workflowExecutionStarted') {
      this.#timeMs = event.atMs;
      this.taskQueue = event.attributes.taskQueue.name;
    }
    const job = jobOf(event);
    if (job) this.#jobs.push(job);
    else this.#outbox.senderOf(event).hears(event);
  }

  #taskStarted({ id, atMs }: HistoryEvent): void {
    if (id < this.#nextStartedEventId) return;
    this.#startedEventId = this.#nextStartedEventId;
    this.#timeMs = Math.max(this.#timeMs, atMs);
    if (!this.#replaying) this.#local.awaitNothing();
  }

  /** Looks ahead: what the commands of this task say of patches, local activities and updates is known while it is replayed. */
  #peek(): void {
    const ahead = nextWorkflowTask(this.#events);
    for (const event of ahead) {
      const patchId = patchIn(event);
      if (patchId !== undefined) this.#jobs.push({ notifyHasPatch: { patchId } });
    }
    this.#local.lookAhead(ahead);
    this.#updates.lookAhead(ahead);
  }
}
