import type { Client } from '@temporalio/client';
import {
  type RefundCommand,
  type Refunded,
  type RefundOutcome,
  type RunAnswer,
  type RunCommands,
  type RunState,
  type RunVerdict,
  refund,
  runWorkflows,
} from '@waybill/contracts/domain';
import { createEngine } from './engine/engine.ts';
import { NotRunning } from './engine/errors.ts';
import { createWorkflowCalls } from './engine/workflow-calls.ts';
import { type FollowedRun, followedRun, runStateQuery } from './following/run.ts';
import { createRunWorkReader, type RunWork } from './following/running-work.ts';
import type { OnFault } from './following/subscription.ts';
import type { StartUnder } from './placing/idempotent-start.ts';
import { createRefunds } from './placing/refund-start.ts';
import { createRunStart, type RunStart, type RunToStart } from './placing/run-start.ts';
import type { HistoryPage, HistoryQuery } from './reading/history-page.ts';
import { namedRunWork } from './reading/named-work.ts';

/** Runs in the engine. Every call rejects with `EngineUnavailable` if the engine is unavailable. */
export interface Runs {
  /** Rejects with `StartConflict`. */
  start(run: RunToStart, under: StartUnder): Promise<RunStart>;
  /** Signals the run's workflow; the verdict comes with a later state. Rejects with `NotRunning`. */
  command<Name extends keyof RunCommands>(runId: string, name: Name, content: RunCommands[Name]): Promise<void>;
  /** The verdict on a command; null if the run has not received it. Rejects as `read` does. */
  verdict(runId: string, commandId: string, withinMs?: number): Promise<RunVerdict | null>;
  /** Refunds a payment; null if that takes longer. The same command is the same refund. */
  refund(command: RefundCommand, withinMs?: number): Promise<(RefundOutcome & { fingerprint: string }) | null>;
  /** Whether this command has begun a refund, whatever became of it. */
  hasBegunRefund(runId: string, commandId: string): Promise<boolean>;
  /** Tells an open run of a refund; false where its workflow is closed. */
  tellRefund(runId: string, refunded: Refunded): Promise<boolean>;
  /** Rejects with `NotRunning` when the run is closed or unknown, with `NotAnswering` when no worker answers in time. */
  read(runId: string, afterSeq?: number, withinMs?: number): Promise<RunAnswer>;
  /** The running activity of the run, from the engine. */
  running(run: RunState, withinMs?: number): Promise<RunWork | null>;
  /** Whether a bug blocks its workflow. Rejects with `NotRunning`. */
  taskFailing(runId: string, withinMs?: number): Promise<boolean>;
  /** Whether its workflow is running; false if the engine has none. */
  isRunning(runId: string, withinMs?: number): Promise<boolean>;
  /**
   * Ends when the run has ended, or the signal is aborted; follows continuations. Rejects with `NotRunning` when there
   * is none.
   */
  follow(runId: string, afterSeq: number, signal: AbortSignal, onFault?: OnFault): AsyncIterable<FollowedRun>;
  /** A page of the events of its workflow, of the newest execution. Null when the engine has none. */
  history(runId: string, query: HistoryQuery): Promise<HistoryPage | null>;
}

export function createRuns(
  client: Client,
  { taskQueue = runWorkflows.taskQueue }: { taskQueue?: string | undefined } = {},
): Runs {
  const engine = createEngine(client);
  const workOf = createRunWorkReader(engine);
  const { signal, ...calls } = createWorkflowCalls<RunAnswer, RunState, RunVerdict, RunWork>(engine, {
    stateQuery: runStateQuery(engine),
    verdictQuery: runWorkflows.queries.verdict,
    workOf,
    followed: followedRun(workOf),
    workNamed: namedRunWork,
  });
  return {
    ...calls,
    ...createRefunds(engine, taskQueue),
    start: createRunStart(engine, taskQueue),
    command: (runId, name, content) => signal(runId, runWorkflows.signals[name], content),
    tellRefund: (runId, refunded) =>
      signal(runId, refund.signal, refunded).then(
        () => true,
        (error: unknown) => {
          if (error instanceof NotRunning) return false;
          throw error;
        },
      ),
  };
}
