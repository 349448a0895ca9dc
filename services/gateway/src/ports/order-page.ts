import type { OrderPage, OrderPageQuery, OrderPort } from '@waybill/graphql';
import { asCursorError } from './cursor-error.ts';
import type { PortDependencies } from './dependencies.ts';

/** Lists come from the order book alone, which lags slightly behind the engine. */
export const createPageReader =
  ({ book, snapshots }: PortDependencies) =>
  async (query: OrderPageQuery): Promise<OrderPage> => {
    const { edges, ...page } = await book
      .page(query)
      .catch(asCursorError(query.before === undefined ? 'after' : 'before'));
    return { ...page, edges: edges.map(({ cursor, booked }) => ({ cursor, node: snapshots.fromBook(booked) })) };
  };

/** The journal of all orders, from the order book alone. */
export const createFullJournal =
  ({ book }: PortDependencies): OrderPort['journal'] =>
  async (query) => {
    const { entries, hasNextPage } = await book.fullJournal(query).catch(asCursorError('after'));
    const edges = entries.map(({ cursor, ...node }) => ({ cursor, node }));
    return { edges, hasNextPage, hasPreviousPage: query.after !== undefined };
  };
