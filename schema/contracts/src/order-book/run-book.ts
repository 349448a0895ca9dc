import { z } from 'zod';
import { runKinds, runStatuses } from '../domain/runs/index.ts';
import { PersonId, RunEntry, RunState } from '../run/run-state.ts';
import { RunId } from '../run/runs.ts';
import { Attention, Recorded } from './order-book.ts';

/**
 * `PUT /runs/:id`: the run as it stands, and journal entries; what the book knows already changes nothing. `epoch` is a fencing
 * token, as for orders; within one, writes of an earlier `execution` of the workflow are refused.
 * `firm`: the run waits for the write, so it replaces what was written in passing. A closed run accepts only `REFUNDED` entries,
 * each with the next revision: after a 409, read the run again.
 */
export const RecordRunRequest = z.object({
  run: RunState,
  entries: z.array(RunEntry).max(1000),
  fingerprint: z.string(),
  /** The id derived from the idempotency key, if the run has a different id. */
  keyId: RunId.optional(),
  epoch: z.int().nonnegative().optional(),
  execution: z.string().optional(),
  firm: z.boolean().optional(),
});
export type RecordRunRequest = z.infer<typeof RecordRunRequest>;

/**
 * `GET /runs/:id`. `asOf` is when the book was last written for this run; `epoch`, where there is one, how often it was taken
 * over, by `PUT /runs/:id/epoch`.
 */
export const BookedRun = z.object({
  run: RunState,
  attention: Attention,
  fingerprint: z.string(),
  epoch: z.int().positive().optional(),
  asOf: z.iso.datetime(),
});
export type BookedRun = z.infer<typeof BookedRun>;

/** `POST /runs/by-ids`: up to 100 runs; unknown ones are omitted. */
export const BookedRuns = z.object({ runs: z.array(BookedRun) });

/** `GET /run-identities/:id`: resolves a run id, or the id derived from an idempotency key, to its run. */
export const RunIdentity = z.object({ runId: z.string(), fingerprint: z.string() });
export type RunIdentity = z.infer<typeof RunIdentity>;

/** Which runs: `about` is the user or customer that they are about. */
export const RunFilter = z.strictObject({
  kind: z.array(z.enum(runKinds)).optional(),
  status: z.array(z.enum(runStatuses)).optional(),
  startedBy: PersonId.optional(),
  about: PersonId.optional(),
});
export type RunFilter = z.infer<typeof RunFilter>;

/** `POST /runs/page`: newest first. */
export const RunPageRequest = z.strictObject({
  filter: RunFilter.default({}),
  first: z.int().min(1).max(100).default(20),
  after: z.string().optional(),
});
export type RunPageRequest = z.input<typeof RunPageRequest>;

export const RunPage = z.object({
  edges: z.array(z.object({ cursor: z.string(), booked: BookedRun })),
  hasNextPage: z.boolean(),
  hasPreviousPage: z.boolean(),
  /** The position of the change feed of runs when this page was read. */
  changesCursor: z.string(),
});
export type RunPage = z.infer<typeof RunPage>;

/** `GET /runs/:id/journal`: as an order's. */
export const RunJournalPage = z.object({
  entries: z.array(RunEntry),
  hasMore: z.boolean(),
  hasEarlier: z.boolean(),
});
export type RunJournalPage = z.infer<typeof RunJournalPage>;

/**
 * `GET /run-changes?after=&waitMs=`: as `GET /changes`, of runs. `previousStatus` is null for a new run.
 */
export const RunChangePage = z.object({
  changes: z.array(
    z.object({
      cursor: z.string(),
      booked: BookedRun,
      previousStatus: z.enum(runStatuses).nullable(),
      previousAttention: Attention,
    }),
  ),
  /** The cursor for the next request. */
  cursor: z.string(),
});
export type RunChangePage = z.infer<typeof RunChangePage>;

/** `GET /open-runs?after=&first=`: the recorded positions of the runs that are open in the book, by run id. */
export const OpenRunsPage = z.object({
  runs: z.array(Recorded.extend({ runId: z.string(), kind: z.enum(runKinds), attention: Attention })),
  hasMore: z.boolean(),
});
export type OpenRunsPage = z.infer<typeof OpenRunsPage>;
