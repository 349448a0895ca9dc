import {
  PauseStandingOrderDocument,
  ResumeStandingOrderDocument,
  type RunStatus,
  SkipStandingOrderDocument,
  StartStandingOrderDocument,
  type StartStandingOrderInput,
  StopStandingOrderDocument,
} from '../generated/graphql.ts';
import type { Read } from '../http/read.ts';
import type { RequestOptions } from '../http/request.ts';
import type { From, Paging } from '../streams/pages.ts';
import type { Streams } from '../streams/streams.ts';
import { createWatches } from '../streams/wait-for.ts';
import { type CommandOptions, createCommand } from './command.ts';
import { runChanges, watchStandingOrder } from './run-streams.ts';
import { createRunReads, type RunFilter } from './runs.ts';

type StandingOrderOptions = CommandOptions & { note?: string };

/** Runs that place an order each period. */
export const createStandingOrders = (read: Read, streams: Streams) => ({
  ...createStandingOrderCommands(read),
  ...createStandingOrderReads(read, streams),
});

function createStandingOrderCommands(read: Read) {
  const command = createCommand(read);
  return {
    start: (input: StartStandingOrderInput, options?: RequestOptions) =>
      command(StartStandingOrderDocument, input, options),
    pause: (id: string, { note, ...options }: StandingOrderOptions = {}) =>
      command(PauseStandingOrderDocument, { id, note }, options),
    resume: (id: string, { note, ...options }: StandingOrderOptions = {}) =>
      command(ResumeStandingOrderDocument, { id, note }, options),
    /** Skips the next period. */
    skip: (id: string, { note, ...options }: StandingOrderOptions = {}) =>
      command(SkipStandingOrderDocument, { id, note }, options),
    stop: (id: string, { note, ...options }: StandingOrderOptions = {}) =>
      command(StopStandingOrderDocument, { id, note }, options),
  };
}

function createStandingOrderReads(read: Read, streams: Streams) {
  const { get, list, ...rest } = createRunReads(read, streams);
  return {
    /** Undefined when there is none that the viewer may see. */
    get: async (id: string, options?: RequestOptions) => {
      const run = await get(id, options);
      return run?.__typename === 'StandingOrder' ? run : undefined;
    },
    /** All pages, newest first. */
    list: (filter: Omit<RunFilter, 'kind'> = {}, paging?: Paging) =>
      list({ ...filter, kind: ['STANDING_ORDER'] }, paging),
    ...rest,
    ...createWatches(streams, 'Run', watchStandingOrder),
    /** Every change of those that match the filter, from now on or after a cursor; ends when the iterator is returned. */
    changes: (filter: { status?: RunStatus[] } = {}, options: From = {}) =>
      runChanges(streams, { ...filter, kind: ['STANDING_ORDER'] }, options),
  };
}
