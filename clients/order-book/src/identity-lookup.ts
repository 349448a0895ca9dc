import { Unavailable } from '@waybill/http-client';
import type { OrderBookClient } from './client.ts';

/** An order book that does not answer delays no order: whether it was placed before, its workflow finds out. */
const deadlineMs = 1_000;

/** Looks up who holds an id in the book. Undefined where nobody does, or the book does not answer. */
export const createIdentityLookup =
  (book: Pick<OrderBookClient, 'identity'>) => (correlationId: string) => (id: string) =>
    book.identity(id, { correlationId, deadlineMs }).catch(undefinedWhenUnavailable);

function undefinedWhenUnavailable(error: unknown): undefined {
  if (!(error instanceof Unavailable)) throw error;
}
