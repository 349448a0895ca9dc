import { builder } from '../builder/builder.ts';
import { calls, callsToFind } from '../cost/call-cost.ts';
import { OrdersChangeKind } from '../order/order.follow.ts';
import { RunStatus, WorkflowKind } from './enums.ts';
import { parseRunFilter } from './filter.ts';
import type { RunsChange } from './port.ts';
import { WorkflowRun } from './run.ts';
import { subscribeVisibleRun } from './visibility.ts';

// How to follow one.

builder.subscriptionField('workflowRunChanged', (t) =>
  t.field({
    type: WorkflowRun,
    description:
      'The current run, then the run after each change; a slow subscriber may skip to the latest. Completes when the run is closed.',
    args: { id: t.arg.id({ required: true, description: 'Id of a run that is visible to the viewer.' }) },
    complexity: calls(callsToFind + 2),
    subscribe: (_, { id }, context) => subscribeVisibleRun(id, context, () => context.runs.watch(id)),
    resolve: (run) => run,
  }),
);

// How to follow many.

const WorkflowRunsChange = builder.objectRef<RunsChange>('WorkflowRunsChange').implement({
  description: 'A change of one run in a filtered list.',
  fields: (t) => ({
    kind: t.expose('kind', { type: OrdersChangeKind, description: 'Effect on the filtered list.' }),
    run: t.expose('run', { type: WorkflowRun, description: 'The run after the change.' }),
    cursor: t.expose('cursor', { type: 'Cursor', description: 'Cursor to resume after this change.' }),
  }),
});

builder.subscriptionField('workflowRunsChanged', (t) =>
  t.field({
    type: WorkflowRunsChange,
    description: 'Changes of the runs visible to the viewer, for lists.',
    args: {
      kind: t.arg({ type: [WorkflowKind], description: 'Kind is one of these.' }),
      status: t.arg({ type: [RunStatus], description: 'Status is one of these.' }),
      after: t.arg({
        type: 'Cursor',
        description:
          'Only changes after this cursor, taken from `WorkflowRunConnection.changesCursor` or an earlier change. Starts now if omitted.',
      }),
    },
    // Pages of the feed that are read for one subscriber alone are charged when they are read.
    complexity: calls(3),
    subscribe: (_, { after, ...filter }, context) =>
      context.runs.changes(parseRunFilter(filter, context), after ?? null),
    resolve: (change) => change,
  }),
);
