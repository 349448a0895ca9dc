import type { RunEntry } from '@waybill/contracts/domain';
import { builder } from '../builder.ts';
import { visibleDetail, visiblePlacer } from '../order/visibility.ts';
import { countedByPage, PageInfo } from '../page/page.ts';
import type { Page } from '../page/port.ts';
import { RunEventType } from './enums.ts';

export const RunEvent = builder.objectRef<RunEntry>('RunEvent').implement({
  description: 'An entry in the journal of a run.',
  fields: (t) => ({
    cursor: t.field({
      type: 'Cursor',
      description: 'Cursor to resume after this entry.',
      resolve: ({ seq }) => String(seq),
    }),
    seq: t.exposeInt('seq', { description: 'Sequence number: 1, 2, 3, without gaps.' }),
    type: t.expose('type', { type: RunEventType, description: 'Type of the entry.' }),
    at: t.expose('at', { type: 'DateTime', description: 'Time of the event.' }),
    actor: t.string({
      nullable: true,
      description: 'Who caused it; null for the system. Hidden from customers if it was staff.',
      resolve: ({ actor }, _args, context) => visiblePlacer(actor, context),
    }),
    step: t.exposeString('step', { nullable: true, description: 'The step concerned, if any.' }),
    detail: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Additional data, depending on the type; without notes of staff for customers.',
      resolve: ({ detail, actor }, _args, context) => visibleDetail(detail, context, actor),
    }),
  }),
});

type Edge = Page<RunEntry>['edges'][number];

const RunTimelineEdge = builder.objectRef<Edge>('RunTimelineEdge').implement({
  description: 'A journal entry of a run with its cursor.',
  fields: (t) => ({
    cursor: t.expose('cursor', { type: 'Cursor', description: 'Cursor of this edge.' }),
    node: t.expose('node', { type: RunEvent, description: 'The journal entry.' }),
  }),
});

export const RunTimelineConnection = builder.objectRef<Page<RunEntry>>('RunTimelineConnection').implement({
  description: "A page of the run's journal, oldest entry first.",
  fields: (t) => ({
    edges: t.expose('edges', {
      type: [RunTimelineEdge],
      complexity: countedByPage,
      description: 'The entries with their cursors.',
    }),
    nodes: t.field({
      type: [RunEvent],
      complexity: countedByPage,
      description: 'The entries without cursors.',
      resolve: ({ edges }) => edges.map(({ node }) => node),
    }),
    pageInfo: t.field({ type: PageInfo, description: 'Position of this page in the list.', resolve: (page) => page }),
  }),
});
