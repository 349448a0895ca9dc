import { badUserInput, type OrderPage, type OrderPageQuery, type PageArgs } from '@waybill/graphql';
import { Refused } from '@waybill/order-book-client';
import { emptyWhenUnknown } from '../watching/journal.ts';
import type { Surroundings } from './surroundings.ts';

const usualPage = 20;

/** Lists come from the book alone: it has the newest of every order within a moment. */
export const paging =
  ({ book, snapshots }: Surroundings) =>
  async (query: OrderPageQuery): Promise<OrderPage> => {
    const { edges, ...page } = await book.page(query).catch(cursorByName);
    return { ...page, edges: edges.map(({ cursor, booked }) => ({ cursor, node: snapshots.booked(booked) })) };
  };

/** A page of an order's journal; its cursors are the numbers of the entries. */
export const timelines =
  ({ book }: Surroundings) =>
  async (id: string, { first, after, last, before }: PageArgs) => {
    const { entries, hasMore, hasEarlier } = await book
      .journal(id, {
        ...(last === undefined ? { first: first ?? usualPage } : { last }),
        ...(after === undefined ? {} : { after: Number(after) }),
        ...(before === undefined ? {} : { before: Number(before) }),
      })
      .catch(emptyWhenUnknown);
    return {
      edges: entries.map((entry) => ({ cursor: String(entry.seq), node: entry })),
      hasNextPage: hasMore,
      hasPreviousPage: hasEarlier,
    };
  };

export function cursorByName(error: unknown): never {
  if (error instanceof Refused && error.code === 'INVALID_CURSOR')
    throw badUserInput('This is not a cursor of this list');
  throw error;
}
