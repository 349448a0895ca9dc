import {
  RunChangedDocument,
  type RunChangedSubscription,
  RunRevisionDocument,
  type RunStatus,
  RunsChangedDocument,
  type RunsChangedSubscription,
  RunsChangesCursorDocument,
  RunTimelineDocument,
  type RunTimelineQuery,
  type WorkflowKind,
} from '../generated/graphql.ts';
import type { Read } from '../http/read.ts';
import { Refused } from '../protocol/errors.ts';
import { followFrom, followState, readingOf } from '../streams/follow.ts';
import { emptyPage, type From, type Paging, pages } from '../streams/pages.ts';
import type { StreamOptions, Streams } from '../streams/streams.ts';

export type RunsChange = RunsChangedSubscription['workflowRunsChanged'];
export type RunEvent = NonNullable<RunTimelineQuery['workflowRun']>['timeline']['nodes'][number];
export type KindAndStatus = { kind?: WorkflowKind[]; status?: RunStatus[] };

type Run = RunChangedSubscription['workflowRunChanged'];
export type StandingOrder = Extract<Run, { __typename: 'StandingOrder' }>;

export const watchRun = (streams: Streams, id: string, options: StreamOptions) =>
  followState(streams, { document: RunChangedDocument, variables: { id } }, options);

export const watchStandingOrder = (streams: Streams, id: string, options: StreamOptions) =>
  followState(
    streams,
    {
      document: RunChangedDocument,
      variables: { id },
      itemOf: ({ workflowRunChanged }: RunChangedSubscription) => asStandingOrder(workflowRunChanged),
    },
    options,
  );

function asStandingOrder(run: Run): StandingOrder {
  if (run.__typename === 'StandingOrder') return run;
  const message = `${run.id} is no standing order`;
  throw new Refused('RUN_NOT_FOUND', message, [{ message }]);
}

export const runTimeline = (read: Read, id: string, paging?: Paging) =>
  pages(
    paging,
    async (page, options) => (await read(RunTimelineDocument, { id, ...page }, options))?.timeline ?? emptyPage,
  );

/** The API has no subscription to the entries of a run, so they are read after each change. */
export const runEvents = (streams: Streams, id: string, options: From) =>
  followFrom<RunEvent>(
    streams,
    (position) => async (deliver, signal) => {
      for await (const _ of watchRevision(streams, id, { signal }))
        for await (const { nodes } of runTimeline(streams.read, id, {
          after: position.cursor,
          pageSize: 100,
          signal,
        }))
          for (const entry of nodes) deliver(entry);
    },
    options,
  );

const watchRevision = (streams: Streams, id: string, options: StreamOptions) =>
  followState(streams, { document: RunRevisionDocument, variables: { id } }, options);

export const runChanges = (streams: Streams, filter: KindAndStatus, options: From) =>
  followFrom(
    streams,
    readingOf(streams, {
      document: RunsChangedDocument,
      variables: (after) => ({ ...filter, after }),
      start: async (signal) => (await streams.read(RunsChangesCursorDocument, {}, { signal })).changesCursor,
    }),
    options,
  );
