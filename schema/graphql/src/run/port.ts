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
  /** How fresh this answer is, RFC 3339. */
  asOf: string;
  /** The running step or undo as the engine sees it; null where nothing runs, or the engine was not asked. */
  running: RunningWork<RunStepName> | null;
  /** The workflow's own task keeps failing. Absent where the engine was not asked. */
  taskFailing?: boolean;
  /** The attention that the book has recorded. Absent where the engine itself was asked. */
  attention?: Attention;
  /** This run's page in the engine's own UI, where there is one. */
  temporalUi?: string;
};

export type SnapshotOf<Kind extends RunSnapshot['kind']> = Extract<RunSnapshot, { kind: Kind }>;

/** What someone wants started. The port adds clock, actor and correlation. */
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

/** What someone wants done with a run. `commandId` is null where the caller gave none. */
export type RunCommand = { runId: string; commandId: string | null } & RunCommandContent;

export type RunCommandContent =
  | { name: 'cancel'; reason: string }
  | { name: 'refund'; amount: Money | null; reason: string }
  | { name: 'pause' | 'resume' | 'skip' | 'stop'; note: string | null };

export type RunPageQuery = { first: number; after?: string; filter: RunFilter };

export type WorkflowRunPage = Page<RunSnapshot> & { changesCursor: string };

export type RunsChange = { kind: 'MATCHES' | 'LEFT'; run: RunSnapshot; cursor: string };

/** What the schema needs from the outside world to speak about runs: the same as for orders. */
export interface RunPort {
  /** Rejects with `RunConflict`. Answers when the engine has accepted the run. */
  start(run: NewRun): Promise<RunSnapshot>;
  /** Answers with the run as it stands after the verdict. Rejects with one of the errors of `errors.ts`. */
  command(command: RunCommand): Promise<RunSnapshot>;
  find(id: string): Promise<RunSnapshot | undefined>;
  findMany(ids: readonly string[]): Promise<(RunSnapshot | undefined)[]>;
  page(query: RunPageQuery): Promise<WorkflowRunPage>;
  /** A page of the journal up to the run's revision, and no further. */
  timeline(run: RunSnapshot, page: PageArgs): Promise<Page<RunEntry>>;
  /** The snapshot first, then every change, the latest winning; ends when the run is done. */
  watch(id: string): AsyncIterable<RunSnapshot>;
  /** Throws `badUserInput` at once for a cursor that it did not make; so does `page`. */
  changes(filter: RunFilter, after: string | null): AsyncIterable<RunsChange>;
  /** A page of the engine's own events of its workflow. */
  history: ReadHistory;
}

/** In which way the parts of a user context are gathered without a workflow. All answer alike. */
export const aggregationStrategies = ['ALL_SETTLED', 'SEQUENTIAL', 'REACTIVE'] as const;
export type AggregationStrategy = (typeof aggregationStrategies)[number];

/** Gathers what is known of a user, without a workflow. */
export interface UserContextPort {
  gather(userId: string, strategy: AggregationStrategy): Promise<UserContext>;
}
