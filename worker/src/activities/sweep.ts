import { Context } from '@temporalio/activity';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { ProvidersClient } from '@waybill/providers-client';

type Clients = { book: Pick<OrderBookClient, 'sweep'>; providers: Pick<ProvidersClient, 'sweep'> };

/** Longer than a service may take for what has come together in a day; who asks again waits for the same sweep. */
const deadlineMs = 10 * 60_000;

/** Has each service forget what is old enough. */
export const createSweepActivities = ({ book, providers }: Clients) => ({
  sweepOrderBook: () => book.sweep({ deadlineMs, signal: Context.current().cancellationSignal }),
  sweepProviders: () => providers.sweep({ deadlineMs, signal: Context.current().cancellationSignal }),
});

export type SweepActivities = ReturnType<typeof createSweepActivities>;
