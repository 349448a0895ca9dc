import { createRoute, z } from '@hono/zod-openapi';
import * as shapes from '@waybill/contracts';
import { needsBody } from '@waybill/platform';
import { answer, body, down, openQuery, pollQuery, problem, refused, tooLarge } from './responses.ts';

// The requests and responses of the order book about runs over HTTP.

const unknown = { description: 'The run does not exist', ...problem };

const params = z.object({ runId: z.string().min(1) });

export const recordRun = createRoute({
  method: 'put',
  path: '/runs/{runId}',
  summary: 'Record a state and journal entries of a run',
  middleware: [needsBody],
  request: { params, body: body(shapes.RecordRunRequest) },
  responses: {
    200: answer('How far the book is with the run now', shapes.Recorded),
    400: refused,
    409: { description: 'The run id is taken, the status transition is not allowed, or the run is closed', ...problem },
    413: tooLarge,
    503: down,
  },
});

export const findRun = createRoute({
  method: 'get',
  path: '/runs/{runId}',
  summary: 'Get a run',
  request: { params },
  responses: { 200: answer('The run', shapes.BookedRun), 400: refused, 404: unknown, 503: down },
});

export const attendToRun = createRoute({
  method: 'put',
  path: '/runs/{runId}/attention',
  summary: 'Set or clear whether a run needs attention',
  middleware: [needsBody],
  request: { params, body: body(shapes.AttentionRequest) },
  responses: {
    200: answer('The attention that the run needs now', shapes.Attended),
    400: refused,
    404: unknown,
    413: tooLarge,
    503: down,
  },
});

export const findRunIdentity = createRoute({
  method: 'get',
  path: '/run-identities/{id}',
  summary: 'Resolve a run id, or the id derived from an idempotency key, to its run',
  request: { params: z.object({ id: z.string().min(1) }) },
  responses: { 200: answer('The run', shapes.RunIdentity), 400: refused, 404: unknown, 503: down },
});

export const readRunJournal = createRoute({
  method: 'get',
  path: '/runs/{runId}/journal',
  summary: 'List the journal entries of a run, oldest first',
  request: { params, query: shapes.JournalQuery },
  responses: { 200: answer('Entries without a gap', shapes.RunJournalPage), 400: refused, 404: unknown, 503: down },
});

export const findRuns = createRoute({
  method: 'post',
  path: '/runs/by-ids',
  summary: 'Get up to 100 runs by id',
  middleware: [needsBody],
  request: { body: body(shapes.ByIdsRequest) },
  responses: {
    200: answer('The runs, in no particular order', shapes.BookedRuns),
    400: refused,
    413: tooLarge,
    503: down,
  },
});

export const pageOfRuns = createRoute({
  method: 'post',
  path: '/runs/page',
  summary: 'List runs, filtered, newest first',
  middleware: [needsBody],
  request: { body: body(shapes.RunPageRequest) },
  responses: { 200: answer('The page', shapes.RunPage), 400: refused, 413: tooLarge, 503: down },
});

export const openRuns = createRoute({
  method: 'get',
  path: '/open-runs',
  summary: 'List the recorded positions of open runs, by run id',
  request: { query: openQuery },
  responses: { 200: answer('The runs', shapes.OpenRunsPage), 400: refused, 503: down },
});

export const followRunChanges = createRoute({
  method: 'get',
  path: '/run-changes',
  summary: 'Long poll for changes of runs after a cursor',
  request: { query: pollQuery },
  responses: {
    200: answer('The changes, each run once', shapes.RunChangePage),
    400: refused,
    410: { description: 'The cursor predates the restore of a backup: start over', ...problem },
    503: down,
  },
});
