import { CustomerId } from '@waybill/contracts';
import { builder } from '../builder/builder.ts';
import { badUserInput } from '../builder/request-errors.ts';
import { calls, callsToFind } from '../cost/call-cost.ts';
import { createConnection } from '../page/connection.ts';
import { pageCost, parsePage } from '../page/page.ts';
import { viewerOf } from '../viewer/viewer.ts';
import { AggregationStrategy, RunStatus, WorkflowKind } from './enums.ts';
import { parseRunFilter } from './filter.ts';
import type { RunSnapshot, WorkflowRunPage } from './port.ts';
import { WorkflowRun } from './run.ts';
import { UserContext } from './user-context.ts';
import { findVisibleRun } from './visibility.ts';

// How to query one by id.

builder.queryField('workflowRun', (t) =>
  t.field({
    type: WorkflowRun,
    nullable: true,
    description: 'A run by id; null if it does not exist or is not visible to the viewer.',
    args: { id: t.arg.id({ required: true, description: 'Id of a run.' }) },
    complexity: calls(callsToFind),
    resolve: (_, { id }, context) => findVisibleRun(id, context),
  }),
);

// How to query many.

const WorkflowRunConnection = createConnection<RunSnapshot, WorkflowRunPage>(WorkflowRun, {
  name: 'WorkflowRun',
  description: 'A page of runs.',
  entries: 'runs',
  entry: 'run',
});

builder.objectField(WorkflowRunConnection, 'changesCursor', (t) =>
  t.expose('changesCursor', {
    type: 'Cursor',
    description: 'Cursor for `workflowRunsChanged`, so that no change after this page is missed.',
  }),
);

builder.queryField('workflowRuns', (t) =>
  t.field({
    type: WorkflowRunConnection,
    description: 'Runs visible to the viewer, newest first, paginated.',
    args: {
      kind: t.arg({ type: [WorkflowKind], description: 'Kind is one of these.' }),
      status: t.arg({ type: [RunStatus], description: 'Status is one of these.' }),
      startedBy: t.arg.id({ description: 'Started by this person; customers may give only their own id.' }),
      userId: t.arg.id({ description: 'About this user or customer; customers may give only their own id.' }),
      first: t.arg.int({ description: 'Number of runs: defaults to 20, at most 100.' }),
      after: t.arg({ type: 'Cursor', description: 'Return runs after this cursor.' }),
    },
    complexity: pageCost,
    resolve: (_, { first, after, ...filter }, context) =>
      context.runs.page({
        first: 20,
        ...parsePage({ first, after }, context.limits.page),
        filter: parseRunFilter(filter, context),
      }),
  }),
);

// How to query the context of a user without a run.

builder.queryField('userContext', (t) =>
  t.field({
    type: UserContext,
    description: 'The context of a user, gathered without a workflow.',
    args: {
      userId: t.arg.id({
        description: 'Id of the user; defaults to the viewer. Customers may give only their own id.',
      }),
      strategy: t.arg({
        type: AggregationStrategy,
        defaultValue: 'ALL_SETTLED',
        description: 'How the parts are gathered; the result is the same.',
      }),
    },
    complexity: { field: calls(3) },
    authScopes: (_, { userId }) => (userId ? { contextsOf: userId } : { signedIn: true }),
    resolve: async (_, args, context) => {
      const userId = args.userId ?? viewerOf(context).id;
      if (!CustomerId.safeParse(userId).success) throw badUserInput('userId must be a user id');
      return { ...(await context.userContexts.gather(userId, args.strategy ?? 'ALL_SETTLED')), userId };
    },
  }),
);
