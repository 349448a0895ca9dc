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

/** What is known at one moment of a piece of work: of an order, or of a run. */
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

/** Where the snapshots and journals of one kind of work come from. */
export interface Source<S extends Snapshot, E extends Entry> {
  /** What it is called in logs and messages. */
  readonly noun: 'order' | 'run';
  idOf(snapshot: S): string;
  /** Ends when its workflow has ended. Rejects with `NotRunning` and `LongPollRefused`. */
  follow(id: string, afterSeq: number, signal: AbortSignal, onFault: OnFault): AsyncIterable<Update<S, E>>;
  /** Asks its workflow, without what is being tried. Rejects with `NotRunning`, `NotAnswering` and `EngineUnavailable`. */
  read(id: string, afterSeq?: number): Promise<Update<S, E>>;
  /** The same snapshot with what is being tried now, where the engine says so. */
  withWork(snapshot: S): Promise<S>;
  /** Whether the engine has more of the running step than its workflow. */
  isBeingWorkedOn(snapshot: S): boolean;
  taskFailing(id: string): Promise<boolean>;
  inBook(id: string): Promise<S | undefined>;
  /** Of up to 100, in no particular order; `ended`: their workflows have ended, as the caller knows. */
  inBookTogether(ids: readonly string[], ended?: boolean): Promise<S[]>;
  /** Work whose workflow has ended: what is open in the book is lost, unless its end may still be on its way there. */
  ended(id: string, isLate?: boolean): Promise<S | undefined>;
  /** A page of the journal in the book; empty where the book does not have the work yet. */
  journal(id: string, query: JournalQuery): Promise<{ entries: E[]; hasMore: boolean }>;
  notFound(id: string): Error;
}
