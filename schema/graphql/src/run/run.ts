import { healthOf } from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { historyArguments, historyField, readHistory } from '../history/history.ts';
import { parseJournalPage } from '../journal/cursor.ts';
import { Node, typeOfRun } from '../node/node.ts';
import { currentSteps } from '../order/current-steps.ts';
import { OrderHealth } from '../order/health.ts';
import { OrderLinks } from '../order/links.ts';
import { pageCost, parsePage } from '../page/page.ts';
import { visiblePerson } from '../viewer/privacy.ts';
import { viewerOf } from '../viewer/viewer.ts';
import { RunAction, RunStatus, WorkflowKind } from './enums.ts';
import { RunTimelineConnection } from './event.ts';
import type { RunSnapshot } from './port.ts';
import { RunFailure, RunStep } from './step.ts';
import { availableRunActions } from './visibility.ts';

// The interface of all runs. Each kind adds its own fields: `user-context.ts`, `payment.ts`, `greeting.ts`, `standing-order.ts`.

export const WorkflowRun = builder.interfaceRef<RunSnapshot>('WorkflowRun').implement({
  description: 'A run of a workflow that is not an order.',
  interfaces: [Node],
  resolveType: ({ kind }) => typeOfRun[kind],
  // Longer than 40 lines: a table with one entry for each field.
  fields: (t) => ({
    id: t.exposeID('runId', { description: '"RUN-…" or, for standing orders, "STO-…".' }),
    kind: t.expose('kind', { type: WorkflowKind, description: 'Kind of the run.' }),
    status: t.expose('status', { type: RunStatus, description: 'Current status.' }),
    progress: t.exposeInt('progress', {
      nullable: true,
      description: 'Progress in percent. Never decreases, 100 only when completed; null for a run without an end.',
    }),
    steps: t.field({
      type: [RunStep],
      description: "All steps of the run, in order. The one step of a standing order is its current period's.",
      resolve: (run) => currentSteps(run),
    }),
    failure: t.expose('failure', {
      type: RunFailure,
      nullable: true,
      description: 'Why the run did not complete; null if it did or may still do so.',
    }),
    health: t.field({
      type: OrderHealth,
      description: 'Whether the run needs human attention.',
      resolve: (run) => healthOf(run),
    }),
    availableActions: t.field({
      type: [RunAction],
      description: 'Actions that the viewer can take now.',
      resolve: (run, _args, context) => availableRunActions(run, viewerOf(context)),
    }),
    startedBy: t.string({
      description: 'Id of the person who started the run; for customers, "staff" if it was staff.',
      resolve: ({ startedBy }, _args, context) => visiblePerson(startedBy, context) ?? 'staff',
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'Time at which the run was started.' }),
    closedAt: t.expose('closedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Time at which all work was done; null before that. Subscriptions complete at this point.',
    }),
    endedBy: t.string({
      nullable: true,
      description:
        'Id of the person who cancelled or stopped the run; null if nobody did, and for customers if it was staff.',
      resolve: ({ endedBy }, _args, context) => visiblePerson(endedBy, context),
    }),
    revision: t.exposeInt('revision', {
      description:
        'Revision of the state: the number of its newest journal entry. The progress of a running step changes without one.',
    }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'Time at which this state was current.' }),
    links: t.field({
      type: OrderLinks,
      nullable: true,
      description: 'Links for operators; null for everybody else.',
      resolve: (run, _args, { viewer }) => (viewer?.role === 'OPERATOR' ? run : null),
    }),
    history: t.field({
      ...historyField,
      args: historyArguments(t.arg),
      resolve: ({ runId }, args, context) => readHistory(context.runs.history, runId, args, context),
    }),
    timeline: t.field({
      type: RunTimelineConnection,
      description: 'Journal of the run: all business events, numbered.',
      args: {
        first: t.arg.int({ description: 'Number of entries: defaults to 20, at most 100.' }),
        after: t.arg({ type: 'Cursor', description: 'Return entries after this cursor.' }),
      },
      complexity: pageCost,
      resolve: (run, page, { runs, limits }) => runs.timeline(run, parseJournalPage(parsePage(page, limits.page))),
    }),
  }),
});
