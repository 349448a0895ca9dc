import type { AuditedOrders } from '@waybill/contracts';
import type { EffectsToUndo, Repair } from '@waybill/orders-client';
import { expect, test } from 'vitest';
import { createRepair } from '../src/ports/repair.ts';

type Kept = AuditedOrders['orders'][number];

const nothing = {
  currencyCode: 'USD',
  openHoldMinor: 0,
  capturedMinor: 0,
  refundedMinor: 0,
  keptMinor: 0,
  keptUnits: 0,
  effects: [] as string[],
};

function aRepair(kept: Record<string, Partial<Kept>>, known: string[] = [], answer: Repair = 'UNDOING') {
  const undone: EffectsToUndo[] = [];
  const unasked = () => Promise.reject(new Error('Nobody asks for this'));
  const all = Object.entries(kept).map(([orderId, effects]) => ({ ...nothing, orderId, ...effects }));
  const knownAmong = (ids: readonly string[]) => known.filter((id) => ids.includes(id));
  const repair = createRepair({
    providers: {
      audit: {
        orders: async ({ after = '' } = {}) => ({ orders: all.filter(({ orderId }) => orderId > after).slice(0, 100) }),
        whole: unasked,
        byIds: unasked,
      },
    },
    book: {
      byIds: async (ids) => knownAmong(ids).map((orderId) => ({ order: { orderId } }) as never),
      runs: { byIds: async (ids) => knownAmong(ids).map((runId) => ({ run: { runId } }) as never) },
    },
    orders: {
      undoEffects: async (unknown) => {
        undone.push(unknown);
        return answer;
      },
    },
    shippingQueue: 'parcels',
  });
  const page = (after = '') => repair({ after, actor: 'otto' }, { correlationId: 'c-1' });
  return { page, undone: () => undone.map(({ orderId }) => orderId), first: () => undone[0] };
}

test.each<[string, Partial<Kept>, string]>([
  ['a hold', { openHoldMinor: 500 }, 'HOLD_OPEN'],
  ['money', { keptMinor: 500 }, 'MONEY_DIFFERS'],
  ['stock', { keptUnits: 1 }, 'STOCK_DIFFERS'],
  ['a parcel', { effects: ['SHIPMENT DISPATCHED'] }, 'SHIPMENT_DIFFERS'],
])('%s of an unknown order is undone', async (_, kept, difference) => {
  const repair = aRepair({ 'ORD-1': kept });

  const { effects } = await repair.page();

  expect(effects).toEqual([{ orderId: 'ORD-1', status: 'UNDOING', effects: kept.effects ?? [] }]);
  expect(repair.first()).toEqual({
    orderId: 'ORD-1',
    actor: 'otto',
    differences: [difference],
    shippingQueue: 'parcels',
  });
});

test('nothing is undone for orders in the book, nor where there are no effects', async () => {
  const kept = { keptMinor: 500 };
  const recalled = { effects: ['SHIPMENT DISPATCHED', 'SHIPMENT RECALLED'] };
  const repair = aRepair({ 'ORD-1': kept, 'ORD-2': recalled, 'RUN-1': kept, 'RUN-2': kept }, ['ORD-1', 'RUN-1']);

  expect(await repair.page()).toMatchObject({ compared: 4, next: null });
  expect(repair.undone()).toEqual(['RUN-2']);
});

test('an order that the engine knows is not listed', async () => {
  expect(await aRepair({ 'ORD-1': { keptMinor: 5 } }, [], 'KNOWN').page()).toMatchObject({ effects: [] });
});

test('a repair goes through all effects, page by page', async () => {
  const ids = Array.from({ length: 201 }, (_, at) => `ORD-${1000 + at}`);
  const repair = aRepair(Object.fromEntries(ids.map((id) => [id, { keptMinor: 1 }])));

  const first = await repair.page();
  const second = await repair.page(first.next ?? '');
  const third = await repair.page(second.next ?? '');

  expect([first, second, third].map(({ next }) => next)).toEqual(['ORD-1099', 'ORD-1199', null]);
  expect(repair.undone()).toEqual(ids);
});
