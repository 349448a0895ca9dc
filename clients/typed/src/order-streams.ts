import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  ChangesCursorDocument,
  OrderChangedDocument,
  type OrderDetailsFragment,
  OrderEventsDocument,
  type OrderEventsSubscription,
  type OrderFilter,
  OrdersChangedDocument,
  type OrdersChangedSubscription,
} from './generated/graphql.ts';
import { type RetryOptions, withRetries } from './retry.ts';
import type { Transport } from './transport.ts';

export type StreamOptions = RetryOptions & { transport: () => Transport };

export type OrderEvent = OrderEventsSubscription['orderEvents'];
export type OrdersChange = OrdersChangedSubscription['ordersChanged'];

/** The order as it is, then after every change, never an older one; ends when the order is done. */
export async function* orderSnapshots(id: string, options: StreamOptions, cancelled: AbortSignal) {
  let shown = -1;
  const followed = { document: OrderChangedDocument, variables: () => ({ id }) };
  for await (const { orderChanged: order } of withRetries(
    () => options.transport().follow(followed, cancelled),
    options,
    cancelled,
  )) {
    if (order.revision < shown && !order.closedAt) continue; // another gateway may be a moment behind, but not with an end
    shown = order.revision;
    yield order satisfies OrderDetailsFragment;
  }
}

/** Every entry of its journal after the cursor, once and in order; ends when the order is done. */
export async function* orderEntries(id: string, after: string | null, options: StreamOptions, cancelled: AbortSignal) {
  let cursor = after;
  const followed = { document: OrderEventsDocument, variables: () => ({ id, after: cursor }) };
  for await (const { orderEvents: entry } of withRetries(
    () => options.transport().follow(followed, cancelled),
    options,
    cancelled,
  )) {
    cursor = entry.cursor;
    yield entry satisfies OrderEvent;
  }
}

type Ask = <Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables) => Promise<Data>;

/**
 * Every change among the orders after the cursor. Without one it begins where the lists stand now, and asks where that is:
 * "from now on" said twice, before and after a cut, would leave out what happened in between.
 */
export async function* orderListChanges(
  filter: OrderFilter | null,
  after: string | null,
  ask: Ask,
  options: StreamOptions,
  cancelled: AbortSignal,
) {
  let cursor = after;
  const followed = { document: OrdersChangedDocument, variables: () => ({ filter, after: cursor }) };
  const attempt = async function* () {
    cursor ??= (await ask(ChangesCursorDocument, {})).orders.changesCursor;
    yield* options.transport().follow(followed, cancelled);
  };
  for await (const { ordersChanged: change } of withRetries(attempt, options, cancelled)) {
    cursor = change.cursor;
    yield change satisfies OrdersChange;
  }
}
