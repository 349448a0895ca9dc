import type { InTrace } from './names.ts';
import type { OrderFailureCode } from './refusals.ts';
import type { FinalStatus, OrderEventType, OrderStatus, PaymentStatus, StepStatus } from './statuses.ts';
import type { CompensationName, FulfillmentPlan, OrderStepName, UndoableStep } from './steps.ts';
import type { Verdict } from './verdict.ts';

/** An amount in whole minor units of an ISO 4217 currency. Never a float. */
export type Money = { amountMinor: number; currencyCode: string };

export type OrderItem = { sku: string; name: string | null; quantity: number; unitPrice: Money };

export type Address = { street: string; city: string; state: string | null; zip: string; country: string };

export type StepError = { code: string; message: string };

export type OrderStep = {
  name: OrderStepName;
  status: StepStatus;
  attempt: number;
  /** The progress of this step alone, if it reports any. */
  percent: number | null;
  startedAt: string | null;
  finishedAt: string | null;
  /** The result of the step: `authorizationId`, `approvedBy`, `trackingNumber` … */
  detail: Record<string, unknown> | null;
  error: StepError | null;
};

/** COMPLETED: the step was undone. SKIPPED: there was nothing to undo, and the step can no longer take effect. */
export type Compensation = {
  name: CompensationName;
  undoes: UndoableStep;
  status: Extract<StepStatus, 'RUNNING' | 'COMPLETED' | 'SKIPPED' | 'FAILED'>;
  attempt: number;
  startedAt: string;
  finishedAt: string | null;
  error: StepError | null;
  /** Who declared it done after doing it by hand elsewhere, and their note. */
  settledBy?: string;
  note?: string;
};

export type OrderFailure = { code: OrderFailureCode; message: string; step: OrderStepName | null };

export type Payment = {
  id: string;
  status: PaymentStatus;
  authorized: Money | null;
  captured: Money | null;
  refunded: Money | null;
};

export const shipmentStatuses = ['PREPARING', 'PREPARED', 'LABELING', 'LABELED', 'DISPATCHED', 'CANCELLED'] as const;
export type ShipmentStatus = (typeof shipmentStatuses)[number];

export type Shipment = {
  status: ShipmentStatus;
  carrier: string | null;
  trackingNumber: string | null;
};

/** The complete state of an order at one moment. */
export type OrderState = {
  orderId: string;
  customerId: string;
  customerEmail: string;
  /** Null for orders that are older than this field. */
  placedBy: string | null;
  status: OrderStatus;
  /** 0 to 100, never falls; 100 only when shipped. */
  progress: number;
  currentStep: OrderStepName | null;
  /** Every step of the plan, in order. */
  steps: OrderStep[];
  /** Newest first, in the order in which they ran. */
  compensations: Compensation[];
  failure: OrderFailure | null;
  /** The person who ended it by rejecting it, cancelling it or giving up a step. */
  endedBy: string | null;
  /** Time at which its end was decided. */
  endedAt: string | null;
  items: OrderItem[];
  total: Money;
  shippingAddress: Address;
  requiresApproval: boolean;
  approvalDeadline: string | null;
  /** Time at which it is approved automatically. */
  autoApprovesAt: string | null;
  plan: FulfillmentPlan;
  paymentReference: string | null;
  payment: Payment | null;
  shipment: Shipment | null;
  /** The newest verdicts, newest last; all of them once the order is closed. */
  verdicts: Verdict[];
  /** How many commands it has accepted, and the most it accepts. */
  commands: { taken: number; most: number; keptForStaff: number };
  /** The seq of the newest journal entry: every change of an order is journaled. */
  revision: number;
  createdAt: string;
  updatedAt: string;
  /** Time at which everything was done, the notification included. */
  closedAt: string | null;
};

/** One business event of one order, numbered from 1 without gaps. */
export type JournalEntry = {
  seq: number;
  type: OrderEventType;
  at: string;
  actor: string | null;
  step: OrderStepName | null;
  detail: Record<string, unknown> | null;
};

/**
 * The result of the query `getOrder(afterSeq)`: the state, and the journal entries after `afterSeq`, oldest first. A
 * long journal takes several queries: there are more entries while the last one is older than the state's revision.
 */
export type OrderAnswer = { order: OrderState; journal: JournalEntry[] } & InTrace;

/** The result of `fulfillOrder`. A technical fault is not an outcome: the workflow then fails. */
export type OrderOutcome = { status: FinalStatus; failure: OrderFailure | null; trackingNumber: string | null };
