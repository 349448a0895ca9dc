import type {
  OrderDetailsFragment,
  OrderSummaryFragment,
  RunDetailsFragment,
  RunSummaryFragment,
} from '@waybill/client';
import { usage } from '../problems/problems.ts';
import { wordsOf } from './words.ts';

// The names that --fields may begin with, so that a wrong one is refused before a command has changed anything.

type KeyOf<Item> = Item extends unknown ? Exclude<keyof Item & string, '__typename'> : never;

export const orderFields = wordsOf<KeyOf<OrderDetailsFragment>>({
  ...{ id: true, customerId: true, customerEmail: true, placedBy: true, endedBy: true, status: true, progress: true },
  ...{ currentStep: true, health: true, plan: true, revision: true, steps: true, compensations: true, failure: true },
  ...{ items: true, total: true, shippingAddress: true, paymentReference: true, requiresApproval: true },
  ...{ approvalDeadline: true, autoApprovesAt: true, payment: true, shipment: true, availableActions: true },
  ...{ links: true, createdAt: true, updatedAt: true, closedAt: true, asOf: true },
});

export const runFields = wordsOf<KeyOf<RunDetailsFragment>>({
  ...{ id: true, kind: true, status: true, progress: true, health: true, availableActions: true, steps: true },
  ...{ failure: true, startedBy: true, startedAt: true, closedAt: true, endedBy: true, revision: true, asOf: true },
  ...{ links: true, userId: true, strategy: true, context: true, orderId: true, customerId: true, amount: true },
  ...{ payment: true, refundable: true, compensations: true, name: true, greeting: true, every: true, nextAt: true },
  ...{ times: true, placed: true, skipped: true, skipsNext: true, missed: true, pausedBy: true, generation: true },
  ...{ template: true, lastPlacements: true },
});

/** An order of a list has fewer. */
export const orderSummaryFields = wordsOf<KeyOf<OrderSummaryFragment>>({
  ...{ id: true, customerId: true, status: true, progress: true, currentStep: true, health: true },
  ...{ availableActions: true, total: true, failure: true, approvalDeadline: true, revision: true },
  ...{ createdAt: true, updatedAt: true, closedAt: true },
});

export const runSummaryFields = wordsOf<KeyOf<RunSummaryFragment>>({
  ...{ id: true, kind: true, status: true, progress: true, health: true, availableActions: true, startedBy: true },
  ...{ startedAt: true, closedAt: true, revision: true, userId: true, orderId: true, customerId: true },
  ...{ amount: true, name: true, every: true, nextAt: true, placed: true, pausedBy: true },
});

/** With --watch and -o jsonl, an element of a stream is printed instead. */
export const placedFields = [...orderFields, 'type', 'order'];
export const startedFields = [...runFields, 'type', 'run'];

/** Several orders are printed with a verdict each. */
export const verdictFields = [...orderFields, 'verdict', 'message'];

/** Refuses a field that no result of the command has. */
export function checkFields(given: string | undefined, known: readonly string[] | undefined): void {
  const unknown = given?.split(',').find((field) => field && !known?.includes(field.split('.')[0] ?? ''));
  if (known && unknown) throw noField(unknown, known);
}

export const noField = (field: string, known: readonly string[]) =>
  usage(`--fields: there is no field ${field}; choose from ${known.join(', ')}`);
