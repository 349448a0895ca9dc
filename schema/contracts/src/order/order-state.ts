import { z } from 'zod';
import type * as domain from '../domain/order.ts';
import { shipmentStatuses } from '../domain/order.ts';
import { commandFailures } from '../domain/refusals.ts';
import { orderEventTypes, orderStatuses, stepStatuses } from '../domain/statuses.ts';
import { fulfillmentPlans, orderSteps, stepRules, undoableSteps } from '../domain/steps.ts';
import { commandNames } from '../domain/verdict.ts';
import { Address, CompensationStatus, Detail, Money, Payment, StepError, Timestamp } from './state-parts.ts';

// Looser than the validation of input: what is already stored must remain readable.

const OrderStep = z.object({
  name: z.enum(orderSteps),
  status: z.enum(stepStatuses),
  attempt: z.int(),
  percent: z.int().nullable(),
  startedAt: Timestamp.nullable(),
  finishedAt: Timestamp.nullable(),
  detail: Detail,
  error: StepError.nullable(),
});

const Compensation = z.object({
  name: z.enum(undoableSteps.map((step) => stepRules[step].undo)),
  undoes: z.enum(undoableSteps),
  status: CompensationStatus,
  attempt: z.int(),
  startedAt: Timestamp,
  finishedAt: Timestamp.nullable(),
  error: StepError.nullable(),
  settledBy: z.string().exactOptional(),
  note: z.string().exactOptional(),
});

const Verdict = z.object({
  commandId: z.string(),
  command: z.enum(commandNames),
  fingerprint: z.string(),
  at: Timestamp,
  refusal: z.enum(commandFailures).nullable(),
  message: z.string().nullable(),
  field: z.string().exactOptional(),
});

/** The wire format of the complete state of an order. */
export const OrderState = z.object({
  orderId: z.string(),
  customerId: z.string(),
  customerEmail: z.string(),
  placedBy: z.string().nullable().default(null),
  status: z.enum(orderStatuses),
  progress: z.int(),
  currentStep: z.enum(orderSteps).nullable(),
  steps: z.array(OrderStep),
  compensations: z.array(Compensation),
  failure: z
    .object({
      code: z.string() as z.ZodType<domain.OrderFailure['code']>,
      message: z.string(),
      step: z.enum(orderSteps).nullable(),
    })
    .nullable(),
  endedBy: z.string().nullable(),
  endedAt: Timestamp.nullable(),
  items: z.array(z.object({ sku: z.string(), name: z.string().nullable(), quantity: z.int(), unitPrice: Money })),
  total: Money,
  shippingAddress: Address,
  requiresApproval: z.boolean(),
  approvalDeadline: Timestamp.nullable(),
  autoApprovesAt: Timestamp.nullable().default(null),
  plan: z.enum(fulfillmentPlans),
  paymentReference: z.string().nullable().default(null),
  payment: Payment.nullable(),
  shipment: z
    .object({ status: z.enum(shipmentStatuses), carrier: z.string().nullable(), trackingNumber: z.string().nullable() })
    .nullable(),
  verdicts: z.array(Verdict),
  commands: z.object({ taken: z.int(), most: z.int(), keptForStaff: z.int() }),
  revision: z.int(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  closedAt: Timestamp.nullable(),
}) satisfies z.ZodType<domain.OrderState>;

export const JournalEntry = z.object({
  seq: z.int().positive(),
  type: z.enum(orderEventTypes),
  at: Timestamp,
  actor: z.string().nullable(),
  step: z.enum(orderSteps).nullable(),
  detail: Detail,
}) satisfies z.ZodType<domain.JournalEntry>;
