import type { RecordRequest } from '@waybill/contracts';
import {
  type JournalEntry,
  type OrderState,
  type OrderStatus,
  orderAsPlaced,
  type RunEntry,
} from '@waybill/contracts/domain';

/** An order's state, with the fields that a test overrides. */
export const anOrder = (given: Partial<OrderState> = {}): OrderState => ({
  ...placed(given.orderId ?? 'o-1'),
  ...given,
});

const placed = (orderId: string) =>
  orderAsPlaced({
    orderId,
    customerId: 'c-1',
    customerEmail: 'ada@example.com',
    items: [{ sku: 'LAPTOP', name: 'Laptop', quantity: 1, unitPrice: dollars(10) }],
    total: dollars(10),
    shippingAddress: { street: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' },
    requiresApproval: false,
    approvalTimeoutMs: 120_000,
    autoApproveAfterMs: null,
    plan: 'AUTHORIZE_FIRST',
    placedAt: '2026-01-01T00:00:00.000Z',
    placedBy: 'c-1',
    correlationId: 'cor-1',
    fingerprint: 'f-1',
  });

export const dollars = (whole: number) => ({ amountMinor: whole * 100, currencyCode: 'USD' });

/** Journal entries of an order or a run with these numbers. */
export const entriesOf = <Entry extends JournalEntry | RunEntry>(
  from: number,
  to: number,
  given: Partial<Entry> = {},
) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    seq: from + index,
    type: 'STATUS_CHANGED' as const,
    at: '2026-01-01T00:00:00.000Z',
    actor: null,
    step: null,
    detail: null,
    ...given,
  }));

export const entries = (from: number, to: number, given: Partial<JournalEntry> = {}): JournalEntry[] =>
  entriesOf<JournalEntry>(from, to, given);

/** A write of a state with the journal up to its revision. */
export const aWrite = (given: Partial<OrderState> = {}, journal?: JournalEntry[]): RecordRequest => {
  const order = anOrder({ revision: 1, ...given });
  return { order, entries: journal ?? entries(1, order.revision), fingerprint: 'f-1' };
};

/** One order at each of these statuses, one revision after another, each write with the one entry that is new. */
export const aStory = (orderId: string, statuses: readonly OrderStatus[]): RecordRequest[] =>
  statuses.map((status, index) => aWrite({ orderId, status, revision: index + 1 }, entries(index + 1, index + 1)));

export const aHold = (id: string, status: 'AUTHORIZED' | 'CAPTURED') => ({
  id,
  status,
  authorized: dollars(10),
  captured: status === 'CAPTURED' ? dollars(10) : null,
  refunded: null,
});
