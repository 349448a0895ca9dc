import {
  greetingAsStarted,
  type PaymentRun,
  paymentAsStarted,
  type RunState,
  type StandingOrderRun,
  type StandingOrderTemplate,
  standingOrderAsStarted,
  userContextAsStarted,
} from '../../src/domain/index.ts';

export const template: StandingOrderTemplate = {
  customerId: 'c-1',
  customerEmail: 'ada@example.com',
  items: [{ sku: 'LAPTOP', quantity: 1, price: null }],
  currencyCode: 'USD',
  shippingAddress: { street: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' },
  requiresApproval: false,
  approvalTimeoutMs: 120_000,
  autoApproveAfterMs: null,
  plan: 'AUTHORIZE_FIRST',
};

const by = {
  startedBy: 'ada',
  startedByStaff: false,
  startedAt: '2026-01-01T00:00:00.000Z',
  correlationId: 'cor-1',
  fingerprint: 'f-1',
};

export const started = {
  userContext: { ...by, runId: 'RUN-1', kind: 'USER_CONTEXT', userId: 'ada', strategy: 'PARALLEL' },
  payment: {
    ...by,
    runId: 'RUN-2',
    kind: 'PAYMENT',
    orderId: 'ORD-1',
    customerId: 'c-1',
    amount: { amountMinor: 1_000, currencyCode: 'USD' },
    cancellableForMs: null,
  },
  greeting: { ...by, runId: 'RUN-3', kind: 'GREETING', name: 'Ada' },
  standingOrder: {
    ...by,
    runId: 'STO-1',
    kind: 'STANDING_ORDER',
    every: 'P1D',
    everyMs: 86_400_000,
    firstAt: '2026-01-02T00:00:00.000Z',
    times: null,
    template,
  },
} as const;

export const aUserContext = () => userContextAsStarted(started.userContext);
export const aGreeting = () => greetingAsStarted(started.greeting);

export const aPayment = (given: Partial<PaymentRun> = {}): PaymentRun => ({
  ...paymentAsStarted(started.payment),
  ...given,
});

export const aStandingOrder = (given: Partial<StandingOrderRun> = {}): StandingOrderRun => ({
  ...standingOrderAsStarted(started.standingOrder),
  ...given,
});

export const oneOfEach = (): RunState[] => [aUserContext(), aPayment(), aGreeting(), aStandingOrder()];
