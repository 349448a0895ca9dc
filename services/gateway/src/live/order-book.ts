import type { OrderBookClient } from '@waybill/order-book-client';

/** The part of the order book's client that the gateway uses for orders. */
export type Book = Pick<
  OrderBookClient,
  | 'find'
  | 'identity'
  | 'claimPaymentReference'
  | 'abandonClaim'
  | 'byIds'
  | 'page'
  | 'journal'
  | 'changes'
  | 'setAttention'
  | 'counts'
  | 'unbalanced'
  | 'fullJournal'
>;

/** The same for runs. */
export type RunBook = Pick<OrderBookClient['runs'], 'find' | 'identity' | 'byIds' | 'page' | 'journal' | 'changes'>;
