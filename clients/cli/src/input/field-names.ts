import type {
  AuditQuery,
  CallFragment,
  CatalogueQuery,
  ChaosQuery,
  EntryFragment,
  OrderDetailsFragment,
  OrderSummaryFragment,
  RunDetailsFragment,
  RunSummaryFragment,
  ServicesQuery,
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

/** An entry of a journal; the engine's have an id instead of a sequence number. */
export const entryFields = wordsOf<KeyOf<EntryFragment> | 'id'>({
  ...{ id: true, cursor: true, seq: true, type: true, at: true, actor: true, step: true, detail: true },
});

export const chaosFields = wordsOf<KeyOf<ChaosQuery['chaos']>>({
  ...{ profile: true, seed: true, enabled: true, operations: true, pins: true },
});

export const callFields = wordsOf<KeyOf<CallFragment> | 'type'>({
  ...{ type: true, cursor: true, at: true, orderId: true, operation: true, attempt: true, outcome: true, pinned: true },
});

export const productFields = wordsOf<KeyOf<CatalogueQuery['catalogue'][number]>>({
  ...{ sku: true, name: true, price: true, available: true, asOf: true },
});

export const auditFields = wordsOf<KeyOf<NonNullable<AuditQuery['audit']>>>({
  ...{ asOf: true, balanced: true, problemCount: true, problems: true, settled: true },
  ...{ captured: true, refunded: true, openHolds: true, stock: true },
});

export const serviceFields = wordsOf<KeyOf<ServicesQuery['services'][number]>>({
  ...{ name: true, ok: true, since: true, build: true, detail: true },
});

type Order = OrderDetailsFragment;
type Payment =
  | NonNullable<Order['payment']>
  | NonNullable<Extract<RunDetailsFragment, { payment: unknown }>['payment']>;

/** The names that may follow one of these. */
const below: Readonly<Record<string, readonly string[]>> = {
  total: wordsOf<KeyOf<Order['total']>>({ amount: true, currencyCode: true }),
  failure: wordsOf<KeyOf<NonNullable<Order['failure']>>>({ code: true, message: true, step: true }),
  links: wordsOf<KeyOf<NonNullable<Order['links']>>>({ temporalUi: true }),
  shippingAddress: wordsOf<KeyOf<Order['shippingAddress']>>({
    ...{ street: true, city: true, state: true, zip: true, country: true },
  }),
  payment: wordsOf<KeyOf<Payment>>({ id: true, status: true, authorized: true, captured: true, refunded: true }),
  shipment: wordsOf<KeyOf<NonNullable<Order['shipment']>>>({
    ...{ trackingNumber: true, carrier: true, labelPercent: true, status: true },
  }),
};

/** Refuses a field that no result of the command has. */
export function checkFields(given: string | undefined, known: readonly string[] | 'of its document'): void {
  if (!given || known === 'of its document') return;
  if (known.length === 0) throw usage('--fields: this command prints no fields');
  for (const field of given.split(',').filter(Boolean)) {
    const [first = '', second] = field.split('.');
    if (!known.includes(first)) throw noField(field, known);
    const nested = below[first];
    if (nested && second && !nested.includes(second))
      throw noField(
        field,
        nested.map((name) => `${first}.${name}`),
      );
  }
}

export const noField = (field: string, known: readonly string[]) =>
  usage(`--fields: there is no field ${field}; choose from ${known.join(', ')}`);
