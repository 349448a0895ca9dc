import { badUserInput, type OrderPage, type OrderPageQuery } from '@waybill/graphql';
import { Refused } from '@waybill/order-book-client';
import type { Surroundings } from './dependencies.ts';

/** Lists come from the book alone: it has the newest of every order within a moment. */
export const paging =
  ({ book, snapshots }: Surroundings) =>
  async (query: OrderPageQuery): Promise<OrderPage> => {
    const { edges, ...page } = await book.page(query).catch(cursorByName);
    return { ...page, edges: edges.map(({ cursor, booked }) => ({ cursor, node: snapshots.booked(booked) })) };
  };

export function cursorByName(error: unknown): never {
  if (error instanceof Refused && error.code === 'INVALID_CURSOR')
    throw badUserInput('This is not a cursor of this list');
  throw error;
}
