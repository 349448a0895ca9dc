import {
  ChaosDocument,
  ChaosLogDocument,
  ChaosLoggedDocument,
  type ChaosLogQuery,
  PinChaosDocument,
  type PinChaosInput,
  ResetChaosDocument,
  SetChaosDocument,
  type SetChaosInput,
} from '../generated/graphql.ts';
import type { Read } from '../http/read.ts';
import type { RequestOptions } from '../http/request.ts';
import { followFrom, readingOf } from '../streams/follow.ts';
import { type From, type Paging, pages } from '../streams/pages.ts';
import type { Streams } from '../streams/streams.ts';
import { createCommand } from './command.ts';

export type ChaosLogPage = ChaosLogQuery['chaosLog'];
/** The cursor before the first call: an empty log has no other. */
export const startOfChaosLog = '0';

type OfOrder = { orderId?: string };

/** For operators: the faults that the providers inject. */
export const createChaos = (read: Read, streams: Streams) => ({
  get: (options?: RequestOptions) => read(ChaosDocument, {}, options),
  set: (input: SetChaosInput, options?: RequestOptions) => createCommand(read)(SetChaosDocument, input, options),
  pin: (input: PinChaosInput, options?: RequestOptions) => createCommand(read)(PinChaosDocument, input, options),
  /** Resets to the calm profile without pins. */
  reset: (options?: RequestOptions) => read(ResetChaosDocument, {}, options),
  /** The calls to the providers with their outcomes, page by page, newest first. */
  log: (filter: OfOrder & { operation?: string } = {}, paging?: Paging) =>
    pages(paging, (page, options) => read(ChaosLogDocument, { ...filter, ...page }, options)),
  /** Every call once its outcome is final, from now on or after a cursor; ends when the iterator is returned. */
  watchLog: ({ orderId }: OfOrder = {}, options: From = {}) =>
    followFrom(
      streams,
      readingOf(streams, {
        document: ChaosLoggedDocument,
        variables: (after) => ({ orderId, after }),
        start: async (signal) => {
          const { pageInfo } = await streams.read(ChaosLogDocument, { first: 1 }, { signal });
          return pageInfo.startCursor ?? startOfChaosLog;
        },
      }),
      options,
    ),
});
