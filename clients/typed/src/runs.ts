import { type CommandOptions, createCommand } from './command.ts';
import {
  CancelRunDocument,
  GreetDocument,
  type GreetInput,
  PauseStandingOrderDocument,
  RefundPaymentDocument,
  ResumeStandingOrderDocument,
  RunDocument,
  RunHistoryDocument,
  type RunStatus,
  RunsDocument,
  type RunsQuery,
  type RunsQueryVariables,
  SkipStandingOrderDocument,
  StartPaymentDocument,
  type StartPaymentInput,
  StartStandingOrderDocument,
  type StartStandingOrderInput,
  StartUserContextDocument,
  type StartUserContextInput,
  StopStandingOrderDocument,
} from './generated/graphql.ts';
import { emptyPage, type From, type Paging, pages } from './pages.ts';
import type { Request, RequestOptions } from './request.ts';
import { type KindAndStatus, runChanges, runEvents, runTimeline, watchRun } from './run-streams.ts';
import type { StreamOptions, Streams } from './streams.ts';
import { type WaitOptions, waitFor } from './wait-for.ts';

export type RunsPage = RunsQuery['workflowRuns'];
export type RunFilter = KindAndStatus & Pick<RunsQueryVariables, 'startedBy' | 'userId'>;

/** Workflows other than orders. A run has the type of its kind, in `run.__typename`. */
export const createRuns = (request: Request, streams: Streams) => ({
  ...createRunCommands(request),
  ...createRunReads(request, streams),
});

function createRunCommands(request: Request) {
  const command = createCommand(request);
  return {
    /** Collects what is known about a user; about the viewer by default. */
    startUserContext: (input: StartUserContextInput = {}, options?: RequestOptions) =>
      command(StartUserContextDocument, 'startUserContext', input, options),
    startPayment: (input: StartPaymentInput, options?: RequestOptions) =>
      command(StartPaymentDocument, 'startPayment', input, options),
    greet: (input: GreetInput, options?: RequestOptions) => command(GreetDocument, 'greet', input, options),
    cancel: (id: string, reason: string, { commandId, ...options }: CommandOptions = {}) =>
      command(CancelRunDocument, 'cancelWorkflow', { id, reason, commandId }, options),
    /** Refunds all that remains of a payment, or an amount. */
    refund: (
      id: string,
      reason: string,
      { amount, commandId, ...options }: CommandOptions & { amount?: string } = {},
    ) => command(RefundPaymentDocument, 'refundPayment', { id, reason, amount, commandId }, options),
  };
}

const createRunReads = (request: Request, streams: Streams) => ({
  /** Undefined when there is none that the viewer may see. */
  get: async (id: string, options?: RequestOptions) =>
    (await request(RunDocument, { id }, options)).workflowRun ?? undefined,
  /** All pages, newest first. */
  list: (filter: RunFilter = {}, paging: Paging = {}) =>
    pages(
      paging,
      async (page, options): Promise<RunsPage> =>
        (await request(RunsDocument, { ...filter, ...page }, options)).workflowRuns,
    ),
  /** The current journal, page by page; empty when there is no run that the viewer may see. */
  timeline: (id: string, paging: Paging = {}) => runTimeline(request, id, paging),
  /**
   * For operators: the engine's events, page by page; empty when the engine has none of the run, or the viewer may not
   * see them.
   */
  history: (id: string, { newestFirst, ...paging }: Paging & { newestFirst?: boolean } = {}) =>
    pages(
      paging,
      async (page, options) =>
        (await request(RunHistoryDocument, { id, newestFirst, ...page }, options)).workflowRun?.history ?? emptyPage,
    ),
  /** The current run, then the run after every change; ends when the run is closed. A slow reader gets the newest. */
  watch: (id: string, options: StreamOptions = {}) => watchRun(streams, id, options),
  /** The journal, each entry once and in order, from the beginning or after a cursor; ends when the run is closed. */
  events: (id: string, options: From = {}) => runEvents(streams, id, options),
  /**
   * Every change of the runs that match the filter, from now on or after a cursor; ends when the iterator is returned.
   */
  changes: (filter: KindAndStatus = {}, options: From = {}) => runChanges(streams, filter, options),
  /**
   * Resolves with the run once it has this status. Rejects with `Unreached` if it ends in another status, and with
   * `TimedOut` if the time is up first.
   */
  waitFor: (id: string, status: RunStatus, options: WaitOptions = {}) =>
    waitFor(`Run ${id}`, status, (given) => watchRun(streams, id, given), options),
});

type StandingOrderOptions = CommandOptions & { note?: string };

/** Runs that place an order each period. They are read, listed and watched through `runs`. */
export function createStandingOrders(request: Request) {
  const command = createCommand(request);
  return {
    start: (input: StartStandingOrderInput, options?: RequestOptions) =>
      command(StartStandingOrderDocument, 'startStandingOrder', input, options),
    pause: (id: string, { note, commandId, ...options }: StandingOrderOptions = {}) =>
      command(PauseStandingOrderDocument, 'pauseStandingOrder', { id, note, commandId }, options),
    resume: (id: string, { note, commandId, ...options }: StandingOrderOptions = {}) =>
      command(ResumeStandingOrderDocument, 'resumeStandingOrder', { id, note, commandId }, options),
    /** Skips the next period. */
    skip: (id: string, { note, commandId, ...options }: StandingOrderOptions = {}) =>
      command(SkipStandingOrderDocument, 'skipStandingOrder', { id, note, commandId }, options),
    stop: (id: string, { note, commandId, ...options }: StandingOrderOptions = {}) =>
      command(StopStandingOrderDocument, 'stopStandingOrder', { id, note, commandId }, options),
  };
}
