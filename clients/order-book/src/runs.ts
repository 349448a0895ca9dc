import {
  Attended,
  BookedRun,
  BookedRuns,
  type JournalQuery,
  OpenRunsPage,
  Recorded,
  type RecordRunRequest,
  RunChangePage,
  RunIdentity,
  RunJournalPage,
  RunPage,
  type RunPageRequest,
} from '@waybill/contracts';
import type { Attention } from '@waybill/contracts/domain';
import { type Caller, type CallOptions, queryOf, Refused } from '@waybill/http-client';
import type { ChangesQuery } from './changes-query.ts';

/** How long a reply may take in addition to the requested wait. */
const answerWithinMs = 10_000;

/** The runs in the order book: the same calls as for orders. */
export const createRunBookCalls = (call: Caller) => ({ ...createWrites(call), ...createReads(call) });

const createWrites = (call: Caller) => ({
  /** Writes a state and journal entries; what is recorded already changes nothing. Returns the position of the book. */
  record: (runId: string, request: RecordRunRequest, options: CallOptions = {}) =>
    call({ ...options, method: 'PUT', path: pathOf(runId), body: request }, Recorded),

  /** Whether a person should look at the run. Undefined for an unknown run. */
  setAttention: (runId: string, attention: Attention | null, options: CallOptions = {}) =>
    call({ ...options, method: 'PUT', path: `${pathOf(runId)}/attention`, body: { attention } }, Attended).catch(
      undefinedWhenUnknown,
    ),

  /** Refuses further writes with a lower epoch; returns the run as their writers left it. */
  takeOver: (runId: string, epoch: number, options: CallOptions = {}) =>
    call({ ...options, method: 'PUT', path: `${pathOf(runId)}/epoch`, body: { epoch } }, BookedRun),
});

const createReads = (call: Caller) => ({
  /** The run that a run id, or the id derived from an idempotency key, belongs to. */
  identity: (id: string, options: CallOptions = {}) =>
    call({ ...options, method: 'GET', path: `/run-identities/${encodeURIComponent(id)}` }, RunIdentity).catch(
      undefinedWhenUnknown,
    ),

  find: (runId: string, options: CallOptions = {}) =>
    call({ ...options, method: 'GET', path: pathOf(runId) }, BookedRun).catch(undefinedWhenUnknown),

  /** Get up to 100 runs by id, in no particular order. */
  byIds: async (ids: readonly string[], options: CallOptions = {}): Promise<BookedRun[]> =>
    (await call({ ...options, method: 'POST', path: '/runs/by-ids', body: { ids } }, BookedRuns)).runs,

  page: (request: RunPageRequest, options: CallOptions = {}) =>
    call({ ...options, method: 'POST', path: '/runs/page', body: request }, RunPage),

  journal: (runId: string, query: JournalQuery = {}, options: CallOptions = {}) =>
    call({ ...options, method: 'GET', path: `${pathOf(runId)}/journal${queryOf(query)}` }, RunJournalPage),

  /** Waits for a change after the cursor; returns none when the wait is over. */
  changes: ({ after, waitMs = 0, ...options }: ChangesQuery = {}) =>
    call(
      {
        deadlineMs: waitMs + answerWithinMs,
        ...options,
        method: 'GET',
        path: `/run-changes${queryOf({ after, waitMs })}`,
      },
      RunChangePage,
    ),

  /** List the recorded positions of open runs, by run id. */
  open: (query: { after?: string; first?: number } = {}, options: CallOptions = {}) =>
    call({ ...options, method: 'GET', path: `/open-runs${queryOf(query)}` }, OpenRunsPage),
});

const pathOf = (runId: string) => `/runs/${encodeURIComponent(runId)}`;

function undefinedWhenUnknown(error: unknown): undefined {
  if (error instanceof Refused && error.code === 'RUN_NOT_FOUND') return undefined;
  throw error;
}
