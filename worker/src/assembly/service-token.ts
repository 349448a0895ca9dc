import { BadSettings } from '@waybill/contracts/settings';
import { Unauthorized } from '@waybill/http-client';
import type { OrderBookClient } from '@waybill/order-book-client';
import type { ProvidersClient } from '@waybill/providers-client';

type Neighbours = { book: Pick<OrderBookClient, 'changes'>; providers: Pick<ProvidersClient, 'inventory'> };

const deadlineMs = 5_000;

/**
 * Throws where order book or providers refuse the worker's token: every attempt of a step would fail until its order does. One
 * that does not respond is no reason, since it may start later.
 */
export async function requireServiceToken({ book, providers }: Neighbours): Promise<void> {
  const [byBook, byProviders] = await Promise.all([
    isRefused(book.changes({ deadlineMs })),
    isRefused(providers.inventory.catalogue({}, { deadlineMs })),
  ]);
  if (byBook || byProviders)
    throw new BadSettings(`WAYBILL_SERVICE_TOKEN: it is refused by the ${byBook ? 'order book' : 'providers'}`);
}

const isRefused = (call: Promise<unknown>): Promise<boolean> =>
  call.then(
    () => false,
    (error: unknown) => error instanceof Unauthorized,
  );
