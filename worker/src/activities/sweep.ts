import { Context } from '@temporalio/activity';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { ProvidersClient } from '@waybill/providers-client';

type Clients = { book: Pick<OrderBookClient, 'sweep'>; providers: Pick<ProvidersClient, 'sweep'> };

/** Longer than the sweep of a day takes; a repeated request joins the running sweep. */
const deadlineMs = 10 * 60_000;

/** Makes each service delete data beyond its retention. */
export const createSweepActivities = ({ book, providers }: Clients) => ({
  sweepOrderBook: () => book.sweep({ deadlineMs, signal: Context.current().cancellationSignal }),
  sweepProviders: () => providers.sweep({ deadlineMs, signal: Context.current().cancellationSignal }),
});

export type SweepActivities = ReturnType<typeof createSweepActivities>;
