import {
  CancelRunDocument,
  GreetDocument,
  PauseStandingOrderDocument,
  RefundPaymentDocument,
  ResumeStandingOrderDocument,
  RunChangedDocument,
  RunDocument,
  RunsDocument,
  RunTimelineDocument,
  SkipStandingOrderDocument,
  StartPaymentDocument,
  StartStandingOrderDocument,
  StartUserContextDocument,
  StopStandingOrderDocument,
} from '@waybill/client';
import type { Route } from '../route.ts';
import { type Change, change } from './change.ts';
import { RunEndingDocument, RunHistoryDocument, RunProgressDocument, RunStatusDocument } from './documents.ts';
import { read } from './read.ts';
import { runEvents } from './run-events.ts';
import { longPolling, result } from './wait.ts';

const tag = 'Workflows';

const start = (path: string, summary: string, document: string) =>
  change({ path: `/workflows/${path}`, tag, summary, document, made: { under: '/workflows' } });

const command = (verb: string, summary: string, document: string, more: Partial<Change> = {}) =>
  change({
    path: `/workflows/{id}/${verb}`,
    tag,
    summary,
    document,
    fills: { id: 'id' },
    show: RunDocument,
    ...more,
  });

export const runRoutes: Route[] = [
  start('user-context', "Gather a user's context", StartUserContextDocument),
  start('payment', 'Take a payment', StartPaymentDocument),
  start('greet', 'Greet somebody', GreetDocument),
  start('standing-orders', 'Place an order each period', StartStandingOrderDocument),
  read({ path: '/workflows', tag, summary: 'List workflow runs', document: RunsDocument }),
  longPolling(read({ path: '/workflows/{id}', tag, summary: 'Get a run', document: RunDocument }), RunChangedDocument),
  read({ path: '/workflows/{id}/status', tag, summary: 'Get the status of a run', document: RunStatusDocument }),
  read({ path: '/workflows/{id}/progress', tag, summary: 'Get how far a run is', document: RunProgressDocument }),
  result({ path: '/workflows/{id}/result', tag, summary: 'Wait for the end of a run', document: RunChangedDocument }),
  read({
    path: '/workflows/{id}/journal',
    tag,
    summary: 'List the journal of a run',
    document: RunTimelineDocument,
    part: 'timeline',
  }),
  read({
    path: '/workflows/{id}/history',
    tag,
    summary: "List the workflow engine's own events of a run",
    document: RunHistoryDocument,
    part: 'history',
  }),
  runEvents({
    path: '/workflows/{id}/events',
    tag,
    summary: 'Follow the journal of a run as server-sent events',
    ending: RunEndingDocument,
  }),
  command('cancel', 'Cancel a run', CancelRunDocument),
  command('refund', 'Refund a captured payment', RefundPaymentDocument),
  command('pause', 'Pause a standing order', PauseStandingOrderDocument),
  command('resume', 'Resume a standing order', ResumeStandingOrderDocument),
  command('skip', 'Skip the next period of a standing order', SkipStandingOrderDocument),
  command('stop', 'Stop a standing order', StopStandingOrderDocument),
];
