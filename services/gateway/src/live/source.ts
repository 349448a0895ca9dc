import type { JournalQuery } from '@waybill/contracts';
import type {
  Attention,
  InTrace,
  OrderStepName,
  RunningWork,
  RunStepName,
  StepError,
  StepStatus,
} from '@waybill/contracts/domain';

export type Entry = { seq: number };

type StepName = OrderStepName | RunStepName;
type Tried = { name: string; status: StepStatus; attempt: number; error: StepError | null };

/** A snapshot of an order or of a run. */
export type Snapshot = {
  revision: number;
  closedAt: string | null;
  steps: (Tried & { name: StepName; percent?: number | null })[];
  compensations: (Tried & { undoes: StepName })[];
  running: RunningWork<StepName> | null;
  taskFailing?: boolean;
  attention?: Attention;
};

/** A snapshot, and the journal entries that came with it. */
export type Update<S, E> = { snapshot: S; journal: readonly E[] } & InTrace;

export type OnFault = (error: unknown) => void;

/** The source of snapshots and journals, of orders or of runs. */
export interface Source<S extends Snapshot, E extends Entry> {
  /** Its name in logs and messages. */
  readonly noun: 'order' | 'run';
  idOf(snapshot: S): string;
  /** Ends when its workflow has ended. Rejects with `NotRunning` and `LongPollRefused`. */
  follow(id: string, afterSeq: number, signal: AbortSignal, onFault: OnFault): AsyncIterable<Update<S, E>>;
  /**
   * Queries its workflow, without the running attempts. Rejects with `NotRunning`, `NotAnswering` and
   * `EngineUnavailable`.
   */
  read(id: string, afterSeq?: number): Promise<Update<S, E>>;
  /** The same snapshot with the running attempts, if the engine knows them. */
  withWork(snapshot: S): Promise<S>;
  /** Whether the engine knows more about the running step than the workflow. */
  isBeingWorkedOn(snapshot: S): boolean;
  taskFailing(id: string): Promise<boolean>;
  /** Whether its workflow is running: it may have started since it was looked for. */
  isRunning(id: string): Promise<boolean>;
  inBook(id: string): Promise<S | undefined>;
  /** Up to 100, in no particular order. */
  inBookTogether(ids: readonly string[]): Promise<S[]>;
  /** What is known of a workflow that was not running; its end may not be recorded yet. */
  lastRecord(id: string): Promise<S | undefined>;
  /** The same once its end must have been recorded: what is open and still has no running workflow is lost. */
  endedOrLost(id: string): Promise<S | undefined>;
  /** The same for up to 100, in no particular order. */
  endedOrLostTogether(ids: readonly string[]): Promise<S[]>;
  /** A page of the journal in the book; empty if the order or run is not in the book yet. */
  journal(id: string, query: JournalQuery): Promise<{ entries: E[]; hasMore: boolean }>;
  notFound(id: string): Error;
}
