import type { ArgBuilder } from '@pothos/core';
import { builder, type Context, type SchemaTypes } from '../builder/builder.ts';
import { createConnection } from '../page/connection.ts';
import { forwardArguments, pageCost, parsePage } from '../page/page.ts';
import type { HistoryEvent as Event, ReadHistory } from './port.ts';

// The engine's history of a workflow: for operators.

const HistoryEvent = builder.objectRef<Event>('HistoryEvent').implement({
  description: 'An event in the history of the workflow engine.',
  fields: (t) => ({
    id: t.exposeInt('id', { description: 'Number of the event in its history, from 1.' }),
    type: t.exposeString('type', { description: 'Event type of Temporal, for example "ActivityTaskScheduled".' }),
    at: t.expose('at', { type: 'DateTime', description: 'Time of the event.' }),
    step: t.exposeString('step', { nullable: true, description: 'The step concerned; null if none.' }),
    compensation: t.exposeString('compensation', {
      nullable: true,
      description: 'The compensation of the step, if the event concerns it; null if none.',
    }),
    detail: t.expose('detail', {
      type: 'JSON',
      nullable: true,
      description:
        'Attributes with decoded payloads, at most 4 kB; longer attributes are replaced with `{"truncated": "…"}`.',
    }),
  }),
});

const HistoryConnection = createConnection(HistoryEvent, {
  name: 'History',
  description: 'A page of the history of a workflow.',
  entries: 'events',
});

// How to query one.

export const historyArguments = (arg: ArgBuilder<SchemaTypes>) => ({
  ...forwardArguments(arg),
  newestFirst: arg.boolean({ defaultValue: false, description: 'Whether the newest event comes first.' }),
});

type Args = {
  first?: number | null | undefined;
  after?: string | null | undefined;
  newestFirst?: boolean | null | undefined;
};

/** The newest events require reading the whole history. */
const price = 100;

/** The field `history` of orders and of runs. */
export const historyField = {
  type: HistoryConnection,
  nullable: true as const,
  description:
    'The event history of the workflow engine, paginated. Operators only: null for everybody else, and if the engine no longer has it.',
  complexity: (args: Args) => ({ ...pageCost(args), field: price }),
};

export async function readHistory(read: ReadHistory, id: string, args: Args, { viewer, limits }: Context) {
  if (viewer?.role !== 'OPERATOR') return null;
  const { first = 20, after } = parsePage({ first: args.first, after: args.after }, limits.page);
  return read(id, { first, ...(after === undefined ? {} : { after }), newestFirst: args.newestFirst ?? false });
}
