import type { JournalEntry } from '@waybill/contracts/domain';
import { builder } from '../builder.ts';
import { countedByPage, PageInfo, pageArguments, pageCost, parsePage } from '../page/page.ts';
import type { Page, PageArgs } from '../page/port.ts';
import { badUserInput } from '../request-errors.ts';
import { OrderEventType, OrderStepName } from './enums.ts';
import { Order } from './order.ts';
import { visibleDetail, visiblePlacer } from './visibility.ts';

// What an event looks like.

export const OrderEvent = builder.objectRef<JournalEntry>('OrderEvent').implement({
  description: 'An entry in the journal of an order.',
  fields: (t) => ({
    cursor: t.field({
      type: 'Cursor',
      description: 'Cursor to resume after this entry.',
      resolve: ({ seq }) => String(seq),
    }),
    seq: t.exposeInt('seq', { description: 'Sequence number: 1, 2, 3, without gaps.' }),
    type: t.expose('type', { type: OrderEventType, description: 'Type of the entry.' }),
    at: t.expose('at', { type: 'DateTime', description: 'Time of the event.' }),
    actor: t.string({
      nullable: true,
      description: 'Who caused it; null for the system. Hidden from customers if it was staff.',
      resolve: ({ actor }, _args, context) => visiblePlacer(actor, context),
    }),
    step: t.expose('step', { type: OrderStepName, nullable: true, description: 'The step concerned, if any.' }),
    detail: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Additional data, depending on the type; without notes of staff for customers.',
      resolve: ({ detail, actor }, _args, context) => visibleDetail(detail, context, actor),
    }),
  }),
});

type Edge = Page<JournalEntry>['edges'][number];

const OrderTimelineEdge = builder.objectRef<Edge>('OrderTimelineEdge').implement({
  description: 'A journal entry with its cursor.',
  fields: (t) => ({
    cursor: t.expose('cursor', { type: 'Cursor', description: 'Cursor of this edge.' }),
    node: t.expose('node', { type: OrderEvent, description: 'The journal entry.' }),
  }),
});

const OrderTimelineConnection = builder.objectRef<Page<JournalEntry>>('OrderTimelineConnection').implement({
  description: "A page of the order's journal, oldest entry first.",
  fields: (t) => ({
    edges: t.expose('edges', {
      type: [OrderTimelineEdge],
      complexity: countedByPage,
      description: 'The entries with their cursors.',
    }),
    nodes: t.field({
      type: [OrderEvent],
      complexity: countedByPage,
      description: 'The entries without cursors.',
      resolve: ({ edges }) => edges.map(({ node }) => node),
    }),
    pageInfo: t.field({ type: PageInfo, description: 'Position of this page in the list.', resolve: (page) => page }),
  }),
});

// How to ask for one.

builder.objectField(Order, 'timeline', (t) =>
  t.field({
    type: OrderTimelineConnection,
    description: 'Journal of the order: all business events, numbered.',
    args: pageArguments(t.arg),
    complexity: pageCost,
    resolve: (order, page, { orders, limits }) => orders.timeline(order, inJournal(parsePage(page, limits.page))),
  }),
);

function inJournal(page: PageArgs): PageArgs {
  if (page.after === undefined) seqOf(page.before, 'before');
  else seqOf(page.after);
  return page;
}

/** The number of the entry that a cursor stands for: 0, before them all, for none. */
export function seqOf(cursor: string | null | undefined, argument = 'after'): number {
  const seq = Number(cursor ?? 0);
  if (cursor && !(/^\d{1,10}$/.test(cursor) && seq < 2 ** 31))
    throw badUserInput(`${argument} is not a cursor of this journal`);
  return seq;
}
