import { createRoute, z } from '@hono/zod-openapi';
import * as shapes from '@waybill/contracts';
import { needsBody } from '@waybill/platform';
import { body, conflict, gone, openQuery, pollQuery, problem, reads, takes } from './responses.ts';

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
    ...takes('How far the book is with the run now', shapes.Recorded),
    ...conflict('The run id is taken, the status transition is not allowed, or the run is closed'),
  },
});

export const findRun = createRoute({
  method: 'get',
  path: '/runs/{runId}',
  summary: 'Get a run',
  request: { params },
  responses: { ...reads('The run', shapes.BookedRun), 404: unknown },
});

export const attendToRun = createRoute({
  method: 'put',
  path: '/runs/{runId}/attention',
  summary: 'Set or clear whether a run needs attention',
  middleware: [needsBody],
  request: { params, body: body(shapes.AttentionRequest) },
  responses: { ...takes('The attention that the run needs now', shapes.Attended), 404: unknown },
});

export const takeOverRun = createRoute({
  method: 'put',
  path: '/runs/{runId}/epoch',
  summary: 'Take over a run: writes with a lower epoch are refused from then on',
  middleware: [needsBody],
  request: { params, body: body(shapes.TakeOverRequest) },
  responses: {
    ...takes('The run as the previous writers left it', shapes.BookedRun),
    404: unknown,
    ...conflict('A higher epoch has been taken'),
  },
});

export const findRunIdentity = createRoute({
  method: 'get',
  path: '/run-identities/{id}',
  summary: 'Resolve a run id, or the id derived from an idempotency key, to its run',
  request: { params: z.object({ id: z.string().min(1) }) },
  responses: { ...reads('The run', shapes.RunIdentity), 404: unknown },
});

export const readRunJournal = createRoute({
  method: 'get',
  path: '/runs/{runId}/journal',
  summary: 'List the journal entries of a run, oldest first',
  request: { params, query: shapes.JournalQuery },
  responses: { ...reads('Entries without a gap', shapes.RunJournalPage), 404: unknown },
});

export const findRuns = createRoute({
  method: 'post',
  path: '/runs/by-ids',
  summary: 'Get up to 100 runs by id',
  middleware: [needsBody],
  request: { body: body(shapes.ByIdsRequest) },
  responses: takes('The runs, in no particular order', shapes.BookedRuns),
});

export const pageOfRuns = createRoute({
  method: 'post',
  path: '/runs/page',
  summary: 'List runs, filtered, newest first',
  middleware: [needsBody],
  request: { body: body(shapes.RunPageRequest) },
  responses: takes('The page', shapes.RunPage),
});

export const openRuns = createRoute({
  method: 'get',
  path: '/open-runs',
  summary: 'List the recorded positions of open runs, by run id',
  request: { query: openQuery },
  responses: reads('The runs', shapes.OpenRunsPage),
});

export const followRunChanges = createRoute({
  method: 'get',
  path: '/run-changes',
  summary: 'Long poll for changes of runs after a cursor',
  request: { query: pollQuery },
  responses: { ...reads('The changes, each run once', shapes.RunChangePage), ...gone },
});
