import type {
  ChaosProfile,
  FulfillmentPlan,
  OrderEventType,
  OrderSort,
  OrderStepName,
  RunStatus,
  WorkflowKind,
} from '@waybill/client';
import { usage } from '../problems/problems.ts';

// The words of the API that are checked here, and that a shell completes: in the order in which they are shown, as the
// schema has them by letter; a list that lacks one does not compile.

/** Accepts upper or lower case, with - or _. `what` says in a problem what has these words: "status". */
export function wordFrom<Word extends string>(text: string, words: readonly Word[], what: string): Word {
  const wanted = text.toUpperCase().replaceAll('-', '_');
  const word = words.find((each) => each === wanted);
  if (word) return word;
  throw usage(`"${text}" is not a ${what}; choose one of ${words.join(', ')}`);
}

/** The same for a list: given again, or with commas. */
export const wordsFrom = <Word extends string>(texts: readonly string[], words: readonly Word[], what: string) =>
  texts.flatMap((each) => each.split(',')).map((text) => wordFrom(text, words, what));

export const wordsOf = <Word extends string>(words: Record<Word, true>) => Object.keys(words) as Word[];

export const steps = wordsOf<OrderStepName>({
  RECEIVE: true,
  VALIDATE: true,
  ENRICH: true,
  AUTHORIZE_PAYMENT: true,
  AWAIT_APPROVAL: true,
  RESERVE_INVENTORY: true,
  CAPTURE_PAYMENT: true,
  PREPARE_PACKAGE: true,
  CREATE_LABEL: true,
  DISPATCH_CARRIER: true,
  NOTIFY_CUSTOMER: true,
});

export const runKinds = wordsOf<WorkflowKind>({
  USER_CONTEXT: true,
  PAYMENT: true,
  GREETING: true,
  STANDING_ORDER: true,
});

export const runStatuses = wordsOf<RunStatus>({
  RUNNING: true,
  PAUSED: true,
  COMPENSATING: true,
  COMPLETED: true,
  FAILED: true,
  CANCELLED: true,
});

export const eventTypes = wordsOf<OrderEventType>({
  ADDRESS_UPDATED: true,
  COMMAND_REFUSED: true,
  COMPENSATION_COMPLETED: true,
  COMPENSATION_FAILED: true,
  COMPENSATION_SETTLED: true,
  COMPENSATION_STARTED: true,
  EFFECTS_UNDONE: true,
  ITEM_ADDED: true,
  ORDER_CLOSED: true,
  ORDER_RECEIVED: true,
  STATUS_CHANGED: true,
  STEP_CANCELLED: true,
  STEP_COMPLETED: true,
  STEP_FAILED: true,
  STEP_GIVEN_UP: true,
  STEP_RETRIED_BY_HAND: true,
  STEP_STARTED: true,
});

export const sorts = wordsOf<OrderSort>({
  NEWEST: true,
  OLDEST: true,
  TOTAL_HIGH: true,
  TOTAL_LOW: true,
  RECENTLY_UPDATED: true,
  DEADLINE: true,
});

export const plans = wordsOf<FulfillmentPlan>({ AUTHORIZE_FIRST: true, RESERVE_FIRST: true });

/** Those that can be set: shares of one's own make another. */
export const chaosProfiles = ['CALM', 'FLAKY', 'STORM'] as const satisfies ChaosProfile[];

/** The operations of the providers, and what their calls may come to. */
export const operations = [
  ...['authorize', 'capture', 'release', 'refund'].map((name) => `payment.${name}`),
  ...['reserve', 'release', 'check'].map((name) => `inventory.${name}`),
  ...['prepare', 'label', 'dispatch', 'cancel'].map((name) => `shipping.${name}`),
  ...['notification.send', 'context.location', 'context.weather', 'context.cat_fact'],
  ...['customer.profile', 'customer.recommendations'],
];

export const outcomes = [
  ...['success', 'server_error', 'timeout', 'lost_reply', 'duplicate', 'slow', 'insufficient_funds'],
  ...['already_captured', 'authorization_expired', 'already_refunded', 'out_of_stock', 'address_refused'],
  ...['carrier_error', 'temporary_failure', 'invalid_recipient'],
];

export const strategies = ['parallel', 'sequential'];
