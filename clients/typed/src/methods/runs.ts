import {
  CancelRunDocument,
  GreetDocument,
  type GreetInput,
  RefundPaymentDocument,
  RunDocument,
  RunHistoryDocument,
  RunsDocument,
  type RunsQuery,
  type RunsQueryVariables,
  StartPaymentDocument,
  type StartPaymentInput,
  StartUserContextDocument,
  type StartUserContextInput,
} from '../generated/graphql.ts';
import type { Read } from '../http/read.ts';
import type { RequestOptions } from '../http/request.ts';
import { emptyPage, type From, type Paging, pages } from '../streams/pages.ts';
import type { Streams } from '../streams/streams.ts';
import { createWatches } from '../streams/wait-for.ts';
import { type CommandOptions, createCommand } from './command.ts';
import { type KindAndStatus, runChanges, runEvents, runTimeline, watchRun } from './run-streams.ts';

export type RunsPage = RunsQuery['workflowRuns'];
export type RunFilter = KindAndStatus & Pick<RunsQueryVariables, 'startedBy' | 'userId'>;

/** Workflows other than orders. A run has the type of its kind, in `run.__typename`. */
export const createRuns = (read: Read, streams: Streams) => ({
  ...createRunCommands(read),
  ...createRunReads(read, streams),
});

function createRunCommands(read: Read) {
  const command = createCommand(read);
  return {
    /** Collects what is known about a user; about the viewer by default. */
    startUserContext: (input: StartUserContextInput = {}, options?: RequestOptions) =>
      command(StartUserContextDocument, input, options),
    startPayment: (input: StartPaymentInput, options?: RequestOptions) => command(StartPaymentDocument, input, options),
    greet: (input: GreetInput, options?: RequestOptions) => command(GreetDocument, input, options),
    cancel: (id: string, reason: string, options?: CommandOptions) =>
      command(CancelRunDocument, { id, reason }, options),
    /** Refunds all that remains of a payment, or an amount. */
    refund: (id: string, reason: string, { amount, ...options }: CommandOptions & { amount?: string } = {}) =>
      command(RefundPaymentDocument, { id, reason, amount }, options),
  };
}

export const createRunReads = (read: Read, streams: Streams) => ({
  /** Undefined when there is none that the viewer may see. */
  get: async (id: string, options?: RequestOptions) => (await read(RunDocument, { id }, options)) ?? undefined,
  /** All pages, newest first. */
  list: (filter: RunFilter = {}, paging?: Paging) =>
    pages(paging, (page, options) => read(RunsDocument, { ...filter, ...page }, options)),
  /** The current journal, page by page; empty when there is no run that the viewer may see. */
  timeline: (id: string, paging?: Paging) => runTimeline(read, id, paging),
  /**
   * For operators: the engine's events, page by page; empty when the engine has none of the run, or the viewer may not
   * see them.
   */
  history: (id: string, { newestFirst, ...paging }: Paging & { newestFirst?: boolean } = {}) =>
    pages(
      paging,
      async (page, options) =>
        (await read(RunHistoryDocument, { id, newestFirst, ...page }, options))?.history ?? emptyPage,
    ),
  ...createWatches(streams, 'Run', watchRun),
  /** The journal, each entry once and in order, from the beginning or after a cursor; ends when the run is closed. */
  events: (id: string, options: From = {}) => runEvents(streams, id, options),
  /**
   * Every change of the runs that match the filter, from now on or after a cursor; ends when the iterator is returned.
   */
  changes: (filter: KindAndStatus = {}, options: From = {}) => runChanges(streams, filter, options),
});
