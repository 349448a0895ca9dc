import type { OrderFilter } from '@waybill/contracts';
import type { Attention, FulfillmentPlan, OrderHealth, OrderState, OrderStatus } from '@waybill/contracts/domain';
import { expect, test } from 'vitest';
import type { Change } from '../src/live/change-feed.ts';
import { createChangeFilters } from '../src/live/change-filter.ts';
import { createOrderSnapshots } from '../src/live/order-snapshot.ts';

type Standing = [OrderStatus, Attention | null];

const processing: Standing = ['PROCESSING', null];
const stuck: Standing = ['PROCESSING', 'STUCK'];
const waiting: Standing = ['AWAITING_APPROVAL', null];
const waitingAndStuck: Standing = ['AWAITING_APPROVAL', 'STUCK'];
const shipped: Standing = ['SHIPPED', null];

test.each<[string, Standing | null, Standing, 'MATCHES' | 'LEFT' | undefined]>([
  ['that is new and waits for a person is among them', null, waiting, 'MATCHES'],
  ['that is new and does not is not', null, processing, undefined],
  ['that becomes stuck is among them', processing, stuck, 'MATCHES'],
  ['that stays stuck still is', stuck, stuck, 'MATCHES'],
  ['that gets on again has left them', stuck, processing, 'LEFT'],
  ['that is shipped after it was stuck has left them', stuck, shipped, 'LEFT'],
  ['that is approved has left them', waiting, processing, 'LEFT'],
  ['that is approved and becomes stuck has not', waiting, stuck, 'MATCHES'],
  ['that no longer is stuck and waits for a person has not', waitingAndStuck, waiting, 'MATCHES'],
  ['that just gets on was never among them', processing, shipped, undefined],
])('of the orders that need attention, one %s', (_, before, after, kind) => {
  expect(meaning({ needsAttention: true }, before, after)?.kind).toBe(kind);
});

test.each<[string, Standing, Standing, 'MATCHES' | 'LEFT' | undefined]>([
  ['that becomes stuck has left them', processing, stuck, 'LEFT'],
  ['that gets on again is among them', stuck, processing, 'MATCHES'],
  ['that waited and is stuck now was never among them', waiting, stuck, undefined],
])('of the orders that need none, one %s', (_, before, after, kind) => {
  expect(meaning({ needsAttention: false }, before, after)?.kind).toBe(kind);
});

test.each<[string, OrderHealth | null, OrderHealth, 'MATCHES' | 'LEFT' | undefined]>([
  ['that is tried again is among them', 'OK', 'RETRYING', 'MATCHES'],
  ['that gets on has left them', 'RETRYING', 'OK', 'LEFT'],
  ['that is stuck by now has left them', 'RETRYING', 'STUCK', 'LEFT'],
  ['whose earlier state is not recorded is not sent', null, 'OK', undefined],
  ['that just gets on was never among them', 'OK', 'OK', undefined],
])('of the orders that are retried, one %s', (_, previousHealth, health, kind) => {
  const change = { ...aChange(processing, processing), health, previousHealth };

  expect(filtered({ health: ['RETRYING'] }, change)?.kind).toBe(kind);
});

test.each<[OrderFilter, 'MATCHES' | undefined]>([
  [{ idPrefix: 'ORD-' }, 'MATCHES'],
  [{ idPrefix: 'ord-' }, undefined],
  [{ idPrefix: 'RD-1' }, undefined],
  [{ idPrefix: 'ORD_' }, undefined],
  [{ sku: 'PEN' }, 'MATCHES'],
  [{ sku: 'PE' }, undefined],
  [{ plan: 'RESERVE_FIRST' }, 'MATCHES'],
  [{ plan: 'AUTHORIZE_FIRST' }, undefined],
  [{ health: [] }, undefined],
])('a change of an order of a pen is for followers of %j: %s', (filter, kind) => {
  expect(meaning(filter, processing, processing)?.kind).toBe(kind);
});

test('a follower of a list is notified when an order in it is stuck', () => {
  expect(meaning({}, processing, stuck)).toMatchObject({ kind: 'MATCHES', order: { attention: 'STUCK' } });
});

const meaning = (filter: OrderFilter, before: Standing | null, after: Standing) =>
  filtered(filter, aChange(before, after));

function aChange(before: Standing | null, [status, attention]: Standing): Change {
  const total = { amountMinor: 1_000, currencyCode: 'USD' };
  const plan: FulfillmentPlan = 'RESERVE_FIRST';
  const order = { orderId: 'ORD-1', status, customerId: 'ada', total, plan, createdAt: '2026-01-02T03:04:05.000Z' };
  const items = [{ sku: 'PEN' }];
  return {
    cursor: '1',
    booked: { order: { ...order, items } as OrderState, attention, fingerprint: 'f', asOf: '2026-01-02T03:04:05.000Z' },
    previousStatus: before?.[0] ?? null,
    previousTotal: before && total,
    previousAttention: before?.[1] ?? null,
    health: 'OK',
    previousHealth: before && 'OK',
  };
}

function filtered(filter: OrderFilter, change: Change) {
  return createChangeFilters(createOrderSnapshots(() => new Date(0), undefined))(filter)(change);
}
