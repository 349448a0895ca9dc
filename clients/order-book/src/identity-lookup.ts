import type { OrderBookClient } from './client.ts';
import { undefinedWhenUnavailable } from './unavailable.ts';

/** An unavailable order book does not delay an order: its workflow finds out whether it was placed before. */
const deadlineMs = 1_000;

/** Looks up the holder of an id in the book. Undefined if there is none, or the book does not answer. */
export const createIdentityLookup =
  (book: Pick<OrderBookClient, 'identity'>) => (correlationId: string) => (id: string) =>
    book.identity(id, { correlationId, deadlineMs }).catch(undefinedWhenUnavailable);
