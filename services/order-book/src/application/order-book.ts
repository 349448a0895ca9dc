import type {
  AbandonedClaim,
  BookedOrder,
  FullJournalQuery,
  Identity,
  JournalPage,
  JournalQuery,
  OrderPage,
  PaymentReferenceClaim,
  PaymentReferenceHolder,
} from '@waybill/contracts';
import type { Books, ChangeNotifier, FullPageRequest, OrderRecords } from '../domain/books.ts';
import { BookRefused, unknownOrder } from '../domain/refusals.ts';
import { changes } from './changes.ts';
import { keepUndone } from './keep-undone.ts';
import { type ObserveOrder, record } from './record.ts';
import { attend } from './set-attention.ts';
import { takeOver } from './take-over.ts';

export type OrderBook = ReturnType<typeof createOrderBook>;

type OrderBookDeps = { books: Books; notifier: ChangeNotifier; observe?: ObserveOrder | undefined };

/** The use cases of the order book. */
export const createOrderBook = ({ books, notifier, observe = () => undefined }: OrderBookDeps) => ({
  record: record({ books, observe }),
  takeOver: takeOver<OrderRecords>({ books, unknown: unknownOrder }),
  keepUndone: keepUndone({ books }),
  attend: attend<OrderRecords>({ books, unknown: unknownOrder }),
  changes: changes({ books, notifier }),

  async find(orderId: string): Promise<BookedOrder> {
    return (await books.find(orderId)) ?? unknown(orderId);
  },

  async identity(id: string): Promise<Identity> {
    return (await books.identity(id)) ?? unknown(id);
  },

  async journal(orderId: string, query: JournalQuery): Promise<JournalPage> {
    return (await books.journal(orderId, query)) ?? unknown(orderId);
  },

  async page(request: FullPageRequest): Promise<OrderPage> {
    if (request.first !== undefined && request.last !== undefined)
      throw new BookRefused(
        'INVALID_REQUEST',
        'A page takes either `first` (forwards) or `last` (backwards), not both',
      );
    return books.page(request);
  },

  claimPaymentReference: (claim: PaymentReferenceClaim): Promise<PaymentReferenceHolder> => books.claimReference(claim),
  abandonClaim: async (claim: AbandonedClaim) => ({ abandoned: await books.abandonClaim(claim) }),

  fullJournal: (query: FullJournalQuery) => books.fullJournal(query),
  counts: (customerId: string | undefined) => books.counts(customerId),
  unbalanced: () => books.unbalanced(),
  byIds: (ids: readonly string[]) => books.byIds(ids),
  openOrders: (query: { after: string; first: number }) => books.open(query),
});

function unknown(orderId: string): never {
  throw unknownOrder(orderId);
}
