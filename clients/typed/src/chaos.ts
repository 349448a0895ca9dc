import { createCommand } from './command.ts';
import { followFrom, readingOf } from './follow.ts';
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
} from './generated/graphql.ts';
import { type From, type Paging, pages } from './pages.ts';
import type { Request, RequestOptions } from './request.ts';
import type { Streams } from './streams.ts';

export type ChaosLogPage = ChaosLogQuery['chaosLog'];
type OfOrder = { orderId?: string };

/** For operators: what goes wrong at the providers. */
export const createChaos = (request: Request, streams: Streams) => ({
  get: async (options?: RequestOptions) => (await request(ChaosDocument, {}, options)).chaos,
  set: (input: SetChaosInput, options?: RequestOptions) =>
    createCommand(request)(SetChaosDocument, 'setChaos', input, options),
  pin: (input: PinChaosInput, options?: RequestOptions) =>
    createCommand(request)(PinChaosDocument, 'pinChaos', input, options),
  /** Calm, without pins. */
  reset: async (options?: RequestOptions) => (await request(ResetChaosDocument, {}, options)).resetChaos,
  /** The calls to the providers and what became of them, page after page, newest first. */
  log: (filter: OfOrder & { operation?: string } = {}, paging: Paging = {}) =>
    pages(
      paging,
      async (page, options): Promise<ChaosLogPage> =>
        (await request(ChaosLogDocument, { ...filter, ...page }, options)).chaosLog,
    ),
  /** Every call, from now on or after a cursor, once its outcome is final; ends when it is returned. */
  watchLog: ({ orderId }: OfOrder = {}, options: From = {}) =>
    followFrom(
      streams,
      readingOf(streams, {
        document: ChaosLoggedDocument,
        variables: (after) => ({ orderId, after }),
        itemOf: ({ chaosLogged }) => chaosLogged,
        start: async (signal) => {
          const { chaosLog } = await streams.request(ChaosLogDocument, { first: 1 }, { signal });
          return chaosLog.pageInfo.startCursor;
        },
      }),
      options,
    ),
});
