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
import type { Request, RequestOptions } from '../http/request.ts';
import { followFrom, readingOf } from '../streams/follow.ts';
import { type From, type Paging, pages } from '../streams/pages.ts';
import type { Streams } from '../streams/streams.ts';
import { createCommand } from './command.ts';

export type ChaosLogPage = ChaosLogQuery['chaosLog'];
/** An empty log has no cursor: what is called next is after this one. */
const beforeAll = '0';

type OfOrder = { orderId?: string };

/** For operators: the faults that the providers inject. */
export const createChaos = (request: Request, streams: Streams) => ({
  get: async (options?: RequestOptions) => (await request(ChaosDocument, {}, options)).chaos,
  set: (input: SetChaosInput, options?: RequestOptions) => createCommand(request)(SetChaosDocument, input, options),
  pin: (input: PinChaosInput, options?: RequestOptions) => createCommand(request)(PinChaosDocument, input, options),
  /** Resets to the calm profile without pins. */
  reset: async (options?: RequestOptions) => (await request(ResetChaosDocument, {}, options)).resetChaos,
  /** The calls to the providers with their outcomes, page by page, newest first. */
  log: (filter: OfOrder & { operation?: string } = {}, paging?: Paging) =>
    pages(
      paging,
      async (page, options): Promise<ChaosLogPage> =>
        (await request(ChaosLogDocument, { ...filter, ...page }, options)).chaosLog,
    ),
  /** Every call once its outcome is final, from now on or after a cursor; ends when the iterator is returned. */
  watchLog: ({ orderId }: OfOrder = {}, options: From = {}) =>
    followFrom(
      streams,
      readingOf(streams, {
        document: ChaosLoggedDocument,
        variables: (after) => ({ orderId, after }),
        itemOf: ({ chaosLogged }) => chaosLogged,
        start: async (signal) => {
          const { chaosLog } = await streams.request(ChaosLogDocument, { first: 1 }, { signal });
          return chaosLog.pageInfo.startCursor ?? beforeAll;
        },
      }),
      options,
    ),
});
