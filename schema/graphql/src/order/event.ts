import type { JournalEntry } from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { parseJournalPage } from '../journal/cursor.ts';
import { entryFields } from '../journal/entry.ts';
import { createConnection } from '../page/connection.ts';
import { pageArguments, pageCost, parsePage } from '../page/page.ts';
import { OrderEventType, OrderStepName } from './enums.ts';
import { Order } from './order.ts';

// The types of events.

export const OrderEvent = builder.objectRef<JournalEntry>('OrderEvent').implement({
  description: 'An entry in the journal of an order.',
  fields: (t) => ({
    ...entryFields(t),
    type: t.expose('type', { type: OrderEventType, description: 'Type of the entry.' }),
    step: t.expose('step', { type: OrderStepName, nullable: true, description: 'The step concerned; null if none.' }),
  }),
});

const OrderTimelineConnection = createConnection(OrderEvent, {
  name: 'OrderTimeline',
  description: "A page of the order's journal, oldest entry first.",
  entries: 'entries',
  entry: 'journal entry',
});

// How to query one.

builder.objectField(Order, 'timeline', (t) =>
  t.field({
    type: OrderTimelineConnection,
    description: 'Journal of the order: all business events, numbered.',
    args: pageArguments(t.arg),
    complexity: pageCost,
    resolve: (order, page, { orders, limits }) =>
      orders.timeline(order, parseJournalPage(parsePage(page, limits.page))),
  }),
);
