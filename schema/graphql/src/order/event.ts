import type { JournalEntry } from '@waybill/contracts/words';
import { builder } from '../builder.ts';
import { countedByPage, PageInfo, pageArguments, pageCost, parsePage } from '../page/page.ts';
import type { Page, PageArgs } from '../page/port.ts';
import { badUserInput } from '../request-errors.ts';
import { OrderEventType, OrderStepName } from './enums.ts';
import { Order } from './order.ts';

// What an event looks like.

export const OrderEvent = builder.objectRef<JournalEntry>('OrderEvent').implement({
  description: 'One entry in the journal of an order.',
  fields: (t) => ({
    cursor: t.field({ type: 'Cursor', description: 'To go on after it.', resolve: ({ seq }) => String(seq) }),
    seq: t.exposeInt('seq', { description: 'Its number: 1, 2, 3, without a gap.' }),
    type: t.expose('type', { type: OrderEventType, description: 'What it tells.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it happened.' }),
    actor: t.exposeString('actor', { nullable: true, description: 'Who did it; null for the machine.' }),
    step: t.expose('step', { type: OrderStepName, nullable: true, description: 'The step that it is about.' }),
    detail: t.expose('detail', { type: 'JSON', nullable: true, description: 'What else is known, by type.' }),
  }),
});

type Edge = Page<JournalEntry>['edges'][number];

const OrderTimelineEdge = builder.objectRef<Edge>('OrderTimelineEdge').implement({
  description: 'An entry and its place.',
  fields: (t) => ({
    cursor: t.expose('cursor', { type: 'Cursor', description: 'The place.' }),
    node: t.expose('node', { type: OrderEvent, description: 'The entry.' }),
  }),
});

const OrderTimelineConnection = builder.objectRef<Page<JournalEntry>>('OrderTimelineConnection').implement({
  description: 'A page of the journal, oldest first.',
  fields: (t) => ({
    edges: t.expose('edges', {
      type: [OrderTimelineEdge],
      complexity: countedByPage,
      description: 'Entries with their places.',
    }),
    nodes: t.field({
      type: [OrderEvent],
      complexity: countedByPage,
      description: 'Entries alone.',
      resolve: ({ edges }) => edges.map(({ node }) => node),
    }),
    pageInfo: t.field({ type: PageInfo, description: 'Where this page stands.', resolve: (page) => page }),
  }),
});

// How to ask for one.

builder.objectField(Order, 'timeline', (t) =>
  t.field({
    type: OrderTimelineConnection,
    description: 'Its journal: every event that the business knows of, numbered.',
    args: pageArguments(t.arg),
    complexity: pageCost,
    resolve: (order, page, { orders, limits }) => orders.timeline(order, inJournal(parsePage(page, limits.page))),
  }),
);

function inJournal(page: PageArgs): PageArgs {
  seqOf(page.after ?? page.before);
  return page;
}

/** The number of the entry that a cursor stands for: 0, before them all, for none. */
export function seqOf(cursor: string | null | undefined): number {
  const seq = Number(cursor ?? 0);
  if (cursor && !(/^\d{1,10}$/.test(cursor) && seq < 2 ** 31)) throw badUserInput('This is not a cursor of a journal');
  return seq;
}
