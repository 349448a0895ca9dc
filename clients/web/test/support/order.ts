import type { OrderDetailsFragment, OrderSummaryFragment } from '@waybill/client';

const money = { amount: '44.48', currencyCode: 'USD' };

/** An order; a test sets only the fields that matter. */
export const anOrder = (part: Partial<OrderDetailsFragment> = {}): OrderDetailsFragment => ({
  id: 'ORD-1',
  customerId: 'CUST-1',
  customerEmail: null,
  placedBy: 'CUST-1',
  endedBy: null,
  status: 'PROCESSING',
  progress: 20,
  currentStep: null,
  currentCompensation: null,
  health: 'OK',
  plan: 'AUTHORIZE_FIRST',
  revision: 3,
  steps: [],
  compensations: [],
  failure: null,
  items: [],
  total: money,
  payment: null,
  shipment: null,
  shippingAddress: { street: '1 First Street', city: 'London', state: null, zip: 'N1 7AA', country: 'GB' },
  requiresApproval: false,
  approvalDeadline: null,
  autoApprovesAt: null,
  availableActions: [],
  links: null,
  paymentReference: null,
  createdAt: '2026-11-27T14:00:00.000Z',
  updatedAt: '2026-11-27T14:00:01.000Z',
  closedAt: null,
  asOf: '2026-11-27T14:00:01.000Z',
  ...part,
});

type Step = OrderDetailsFragment['steps'][number];

export const aStep = (part: Partial<Step> = {}): Step => ({
  name: 'CREATE_LABEL',
  status: 'RUNNING',
  attempt: 1,
  maxAttempts: 5,
  percent: null,
  detail: null,
  error: null,
  startedAt: '2026-11-27T14:00:00.000Z',
  finishedAt: null,
  nextAttemptAt: null,
  ...part,
});

type Compensation = OrderDetailsFragment['compensations'][number];

export const aCompensation = (part: Partial<Compensation> = {}): Compensation => ({
  name: 'REFUND_PAYMENT',
  undoes: 'CAPTURE_PAYMENT',
  status: 'COMPLETED',
  attempt: 1,
  error: null,
  startedAt: null,
  finishedAt: null,
  nextAttemptAt: null,
  settledBy: null,
  note: null,
  ...part,
});

export const aSummary = (part: Partial<OrderSummaryFragment> = {}): OrderSummaryFragment => ({
  id: 'ORD-1',
  customerId: 'CUST-1',
  status: 'PROCESSING',
  progress: 20,
  currentStep: null,
  currentCompensation: null,
  health: 'OK',
  availableActions: [],
  approvalDeadline: null,
  total: money,
  failure: null,
  revision: 1,
  closedAt: null,
  createdAt: '2026-11-27T14:00:00.000Z',
  updatedAt: '2026-11-27T14:00:01.000Z',
  ...part,
});
