import type { OrderBookClient } from '@waybill/order-book-client';

/** The part of the order book's client that the gateway uses. */
export type Book = Pick<
  OrderBookClient,
  'find' | 'identity' | 'byIds' | 'page' | 'journal' | 'changes' | 'setAttention' | 'counts' | 'fullJournal'
>;
