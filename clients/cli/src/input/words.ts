import type { OrderStepName, RunStatus, WorkflowKind } from '@waybill/client';

// The words of the API that a shell completes.

const wordsOf = <Word extends string>(words: Record<Word, true>) => Object.keys(words) as Word[];

export const steps = wordsOf<OrderStepName>({
  ...{ RECEIVE: true, VALIDATE: true, ENRICH: true, AUTHORIZE_PAYMENT: true, AWAIT_APPROVAL: true },
  ...{ RESERVE_INVENTORY: true, CAPTURE_PAYMENT: true, PREPARE_PACKAGE: true, CREATE_LABEL: true },
  ...{ DISPATCH_CARRIER: true, NOTIFY_CUSTOMER: true },
});

export const runKinds = wordsOf<WorkflowKind>({
  USER_CONTEXT: true,
  PAYMENT: true,
  GREETING: true,
  STANDING_ORDER: true,
});

export const runStatuses = wordsOf<RunStatus>({
  ...{ RUNNING: true, PAUSED: true, COMPENSATING: true, COMPLETED: true, FAILED: true, CANCELLED: true },
});

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

export const chaosProfiles = ['calm', 'flaky', 'storm'];
export const strategies = ['parallel', 'sequential'];
