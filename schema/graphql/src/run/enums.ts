import {
  contextParts,
  placementOutcomes,
  runActions,
  runEventTypes,
  runKinds,
  runStatuses,
  runStrategies,
} from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';
import { describeValues } from '../builder/describe-values.ts';
import { aggregationStrategies } from './port.ts';

export const WorkflowKind = builder.enumType('WorkflowKind', {
  description: 'Kind of a workflow run.',
  values: describeValues(runKinds, {
    USER_CONTEXT: "Gathers a user's location, the weather there, and a cat fact.",
    PAYMENT: 'Authorizes and captures one amount.',
    GREETING: 'Composes a greeting.',
    STANDING_ORDER: 'Places an order each period.',
  }),
});

export const RunStatus = builder.enumType('RunStatus', {
  description: 'Status of a workflow run.',
  values: describeValues(runStatuses, {
    RUNNING: 'In progress.',
    PAUSED: 'A standing order that places nothing until it is resumed.',
    COMPENSATING: 'The outcome is decided; completed steps are being compensated.',
    COMPLETED: 'Completed, or a standing order that was stopped or placed its last order. Final.',
    FAILED: 'A step was refused or exhausted its retries. Final.',
    CANCELLED: 'Cancelled. Final.',
  }),
});

export const RunAction = builder.enumType('RunAction', {
  description: 'Actions on a run; each corresponds to a mutation.',
  values: describeValues(runActions, {
    CANCEL: '`cancelWorkflow`',
    REFUND: '`refundPayment`',
    PAUSE: '`pauseStandingOrder`',
    RESUME: '`resumeStandingOrder`',
    SKIP: '`skipStandingOrder`',
    STOP: '`stopStandingOrder`',
  }),
});

export const RunEventType = builder.enumType('RunEventType', {
  description: 'Type of a journal entry of a run.',
  values: describeValues(runEventTypes, {
    RUN_STARTED: 'The first entry: the run was started.',
    STATUS_CHANGED: 'The status changed.',
    STEP_STARTED: 'A step started.',
    STEP_COMPLETED: 'A step completed.',
    STEP_FAILED: 'A step was refused or exhausted its retries.',
    STEP_CANCELLED: 'A step was cancelled while it ran.',
    COMPENSATION_STARTED: 'A compensation started.',
    COMPENSATION_COMPLETED: 'A compensation completed.',
    COMPENSATION_FAILED: 'A compensation was refused and is not retried; an operator must investigate.',
    REFUNDED: 'Money was refunded by `refundPayment`, possibly after the run was closed.',
    PLACED: 'The order of a period was placed or refused.',
    SKIPPED: 'A standing order skipped a period.',
    MISSED: 'A standing order missed periods; their orders are not placed later.',
    PAUSED: 'A standing order was paused.',
    RESUMED: 'A standing order was resumed.',
    COMMAND_REFUSED: 'A command was refused.',
    RUN_CLOSED: 'The run is closed. Only `REFUNDED` may follow.',
  }),
});

export const RunStrategy = builder.enumType('RunStrategy', {
  description: 'Order in which the workflow gathers a user context.',
  values: describeValues(runStrategies, {
    PARALLEL: 'Independent parts are gathered in parallel.',
    SEQUENTIAL: 'One part after the other.',
  }),
});

export const AggregationStrategy = builder.enumType('AggregationStrategy', {
  description: 'How a user context is gathered without a workflow. The result is the same.',
  values: describeValues(aggregationStrategies, {
    ALL_SETTLED: 'In parallel, with Promise.allSettled.',
    SEQUENTIAL: 'One part after the other, with async and await.',
    REACTIVE: 'In parallel, with RxJS.',
  }),
});

export const ContextPart = builder.enumType('ContextPart', {
  description: 'A part of a user context.',
  values: describeValues(contextParts, {
    LOCATION: 'Location of the user.',
    WEATHER: "The weather at the user's location.",
    CAT_FACT: 'A fact about cats.',
  }),
});

export const PlacementOutcome = builder.enumType('PlacementOutcome', {
  description: 'Result of one period of a standing order.',
  values: describeValues(placementOutcomes, {
    PLACED: 'An order was placed, whatever its outcome.',
    REFUSED: 'The order was refused or could not be placed.',
    SKIPPED: 'Skipped by `skipStandingOrder`.',
    MISSED: 'The period was missed by more than its length; its order is not placed later.',
  }),
});
