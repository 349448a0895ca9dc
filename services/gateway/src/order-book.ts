import type { OrderBookClient } from '@waybill/order-book-client';

/** What the gateway reads from the order book. */
export type Book = Pick<OrderBookClient, 'find' | 'identity' | 'byIds' | 'page' | 'journal' | 'changes'>;
