import type { RunFilter } from '@waybill/contracts';
import type {
  Attention,
  Money,
  RunEntry,
  RunningWork,
  RunState,
  RunStepName,
  RunStrategy,
  StandingOrderTemplate,
  UserContext,
} from '@waybill/contracts/domain';
import type { ReadHistory } from '../history/port.ts';
import type { Page, PageArgs } from '../page/port.ts';

/** A run as the port returns it: its state, and what only the engine or the clock can add. */
export type RunSnapshot = RunState & {
  /** Time at which this state was current, RFC 3339. */
  asOf: string;
  /** The running activity of the engine; null if nothing runs, or the engine was not asked. */
  running: RunningWork<RunStepName> | null;
  /** The workflow task keeps failing. Absent if the engine was not asked. */
  taskFailing?: boolean;
  /** The attention that is recorded in the book. Absent if the engine was asked. */
  attention?: Attention;
  /** The run's page in the engine's UI, if there is one. */
  temporalUi?: string;
};

export type SnapshotOf<Kind extends RunSnapshot['kind']> = Extract<RunSnapshot, { kind: Kind }>;

/** A run to start. The port adds time, actor and correlation id. */
export type NewRun = { runId: string | null; idempotencyKey: string | null } & (
  | { kind: 'USER_CONTEXT'; userId: string; strategy: RunStrategy }
  | { kind: 'PAYMENT'; orderId: string; customerId: string; amount: Money; cancellableForMs: number | null }
  | { kind: 'GREETING'; name: string }
  | {
      kind: 'STANDING_ORDER';
      every: string;
      everyMs: number;
      /** Null: now. */
      firstAt: string | null;
      times: number | null;
      template: StandingOrderTemplate;
    }
);

/** A command to a run. `commandId` is null if the caller gave none. */
export type RunCommand = { runId: string; commandId: string | null } & RunCommandContent;

export type RunCommandContent =
  | { name: 'cancel'; reason: string }
  | { name: 'refund'; amount: Money | null; reason: string }
  | { name: 'pause' | 'resume' | 'skip' | 'stop'; note: string | null };

export type RunPageQuery = { first: number; after?: string; filter: RunFilter };

export type WorkflowRunPage = Page<RunSnapshot> & { changesCursor: string };

export type RunsChange = { kind: 'MATCHES' | 'LEFT'; run: RunSnapshot; cursor: string };

/** The port of runs: the same as for orders. */
export interface RunPort {
  /** Resolves when the engine has accepted the run. Rejects with `RunConflict`. */
  start(run: NewRun): Promise<RunSnapshot>;
  /** Resolves to the run after the verdict. Rejects with one of the errors of `errors.ts`. */
  command(command: RunCommand): Promise<RunSnapshot>;
  find(id: string): Promise<RunSnapshot | undefined>;
  findMany(ids: readonly string[]): Promise<(RunSnapshot | undefined)[]>;
  page(query: RunPageQuery): Promise<WorkflowRunPage>;
  /** A page of the journal up to the run's revision, and no further. */
  timeline(run: RunSnapshot, page: PageArgs): Promise<Page<RunEntry>>;
  /** The snapshot first, then every change; a slow reader gets the latest. Ends when the run is closed. */
  watch(id: string): AsyncIterable<RunSnapshot>;
  /** Throws `badUserInput` synchronously for an unknown cursor; so does `page`. */
  changes(filter: RunFilter, after: string | null): AsyncIterable<RunsChange>;
  /** A page of the engine's history of its workflow. */
  history: ReadHistory;
}

/** How the parts of a user context are gathered without a workflow. All have the same result. */
export const aggregationStrategies = ['ALL_SETTLED', 'SEQUENTIAL', 'REACTIVE'] as const;
export type AggregationStrategy = (typeof aggregationStrategies)[number];

/** Gathers the context of a user without a workflow. */
export interface UserContextPort {
  gather(userId: string, strategy: AggregationStrategy): Promise<UserContext>;
}
