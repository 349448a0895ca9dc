import { BadSettings } from '@waybill/contracts/settings';
import { Unauthorized } from '@waybill/http-client';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { ProvidersClient } from '@waybill/providers-client';

type Neighbours = { book: Pick<OrderBookClient, 'counts'>; providers: Pick<ProvidersClient, 'inventory'> };

const deadlineMs = 5_000;

/**
 * Throws where order book or providers refuse the worker's token: every attempt of a step would fail until its order does. One
 * that does not respond is no reason, since it may start later.
 */
export async function requireServiceToken({ book, providers }: Neighbours): Promise<void> {
  const calls = [book.counts({}, { deadlineMs }), providers.inventory.catalogue({}, { deadlineMs })];
  const results = await Promise.allSettled(calls);
  for (const [at, name] of ['order book', 'providers'].entries()) {
    const result = results[at];
    if (result?.status === 'rejected' && result.reason instanceof Unauthorized)
      throw new BadSettings(`WAYBILL_SERVICE_TOKEN: it is refused by the ${name}`);
  }
}
