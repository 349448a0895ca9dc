import type { Client, WorkflowHandle } from '@temporalio/client';
import {
  type RefundCommand,
  type RefundOutcome,
  type RunAnswer,
  type RunCommands,
  type RunOutcome,
  type RunState,
  refund,
  runRecovery,
  runStepNames,
  runWorkflows,
  type StartedRun,
} from '@waybill/contracts/domain';
import { createRuns, EngineUnavailable, type Runs, type RunToStart } from '@waybill/orders-client';
import { eventually } from './eventually.ts';
import { fakeRunProviders } from './fake-run-providers.ts';
import type { RunOperation } from './operation.ts';
import { runBookInMemory } from './run-book-in-memory.ts';
import { outcomeOf, throwOnFailedTask } from './workflow-end.ts';

type Content = RunToStart extends infer Run
  ? Run extends RunToStart
    ? Omit<Run, keyof typeof usual | 'runId'>
    : never
  : never;

/** What is asked for, and what a deployment or a person adds to it. */
export type RunContent = [content: Content, own?: Partial<typeof usual>];

/** What a run came to. */
export type RunResult = { outcome: RunOutcome | { workflowFailed: string }; run: RunState; effects: string[] };

export const quick = { attempts: 2, firstRetryMs: 10, timeoutMs: 2_000 };
/** For calls that end when the test says so. */
export const patient = { ...quick, timeoutMs: 20_000 };
const usual = {
  startedBy: 'ada',
  startedByStaff: false,
  startedAt: '2026-01-02T03:04:05.000Z',
  correlationId: 'cor-1',
  patience: Object.fromEntries(runStepNames.map((step) => [step, quick])) as StartedRun['patience'] & object,
};

/** Everything that a scenario of a run speaks with: the run, its providers and its book. */
export class TestRun {
  readonly runId: string;
  readonly script: ReturnType<typeof fakeRunProviders>;
  readonly book = runBookInMemory();
  readonly runs: Runs;
  /** The ids of all commands to refund. */
  readonly refunded: string[] = [];
  readonly #toStart: RunToStart;
  readonly #client: Client;
  #told = 0;

  constructor(client: Client, ...[content, own = {}]: RunContent) {
    this.runId = `${content.kind === 'STANDING_ORDER' ? 'STO' : 'RUN'}-${crypto.randomUUID()}`;
    const patience = { ...usual.patience, ...own.patience };
    this.#toStart = { ...usual, ...own, patience, ...content, runId: this.runId } as RunToStart;
    this.script = fakeRunProviders(this.runId);
    this.runs = createRuns(client);
    this.#client = client;
  }

  get handle(): WorkflowHandle {
    return this.#client.workflow.getHandle(runWorkflows.idFor(this.runId));
  }

  get recoveryHandle(): WorkflowHandle {
    return this.#client.workflow.getHandle(runRecovery.idFor(this.runId));
  }

  async starts(): Promise<StartedRun | null> {
    const inBook = async () => undefined;
    const { started } = await this.runs.start(this.#toStart, { idempotencyKey: null, caller: 'ada', inBook });
    return started;
  }

  async tells<Name extends keyof RunCommands>(name: Name, content: object = {}): Promise<void> {
    this.#told += 1;
    const envelope = { commandId: `${name}-${this.#told}`, actor: 'maria', fingerprint: name, correlationId: 'cor-2' };
    const command = {
      ...envelope,
      byStaff: true,
      ...(name === 'cancel' ? { reason: 'No longer wanted' } : {}),
      ...content,
    };
    await untilTaken(() => this.runs.command(this.runId, name, command as unknown as RunCommands[Name]));
  }

  refunds(command: Partial<RefundCommand> & { commandId: string }): Promise<RefundOutcome | null> {
    const { amount = null } = command;
    this.refunded.push(command.commandId);
    const usually = { runId: this.runId, actor: 'maria', correlationId: 'cor-3', byStaff: true, reason: 'Broken' };
    return this.runs.refund({ ...usually, fingerprint: JSON.stringify(amount), ...command, amount });
  }

  /** Waits until the run is as it should be. */
  async until(isSo: (run: RunState) => boolean): Promise<RunState> {
    return eventually(async () => {
      const { run } = await this.handle.query<RunAnswer, [number]>(runWorkflows.queries.run, 0);
      return isSo(run) ? run : undefined;
    });
  }

  /** Waits until the provider is called, for the first time or again. */
  async untilCalled(operation: RunOperation, times = 1): Promise<void> {
    const called = () => this.script.calls.filter((call) => call === operation).length;
    await eventually(async () => called() >= times || undefined);
  }

  async ends(): Promise<RunResult> {
    const outcome = await outcomeOf<RunOutcome>(this.handle);
    const run = this.book.run();
    if (!run) throw new Error('The book has never heard of the run');
    await throwOnFailedTask(this.handle);
    return { outcome, run, effects: this.script.journal };
  }

  async plays(): Promise<RunResult> {
    await this.starts();
    return this.ends();
  }

  refundHandle(commandId: string): WorkflowHandle {
    return this.#client.workflow.getHandle(refund.idFor(this.runId, commandId));
  }
}

/** As any caller does where the engine was too busy to answer: the same command once more is the same command. */
async function untilTaken(tell: () => Promise<unknown>, tries = 5): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      await tell();
      return;
    } catch (error) {
      if (!(error instanceof EngineUnavailable) || left === 1) throw error;
    }
  }
}
