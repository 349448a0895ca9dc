import { type OrderState, stepsOf } from '@waybill/contracts/domain';
import { describe, expect, test } from 'vitest';
import { OrderRecord } from '../src/workflows/order/state/order-record.ts';
import { anOrder } from './support/order.ts';

const maria = { actor: 'maria', correlationId: 'cor-1' };
const item = { sku: 'PEN', name: null, quantity: 1, unitPrice: { amountMinor: 200, currencyCode: 'USD' } };

/** A new order, and what of it could be searched for, one value after the other. */
const recorded = () => {
  const placed = anOrder();
  const shown: unknown[] = [];
  const search = {
    status: (status: unknown) => void shown.push(status),
    total: (total: unknown) => void shown.push(total),
  };
  return { placed, shown, order: OrderRecord.placed(placed, [...stepsOf[placed.plan]], search) };
};
const last = (order: OrderRecord) => order.entriesAfter(0).at(-1);
const types = (order: OrderRecord) => order.entriesAfter(0).map(({ type }) => type);
describe('an order on record', () => {
  test('begins with who placed it, and what', () => {
    const { order, placed } = recorded();

    const detail = { plan: 'AUTHORIZE_FIRST', total: placed.total, correlationId: placed.correlationId };
    expect(order.entriesAfter(0)).toMatchObject([{ seq: 1, type: 'ORDER_RECEIVED', actor: 'ada', step: null, detail }]);
    expect(order.state.revision).toBe(1);
  });

  test('records a change of its status once, with its actor, also in the search attributes', () => {
    const { order, shown } = recorded();

    order.setStatus('PROCESSING', maria);
    order.setStatus('PROCESSING', maria);

    expect(types(order)).toEqual(['ORDER_RECEIVED', 'STATUS_CHANGED']);
    expect(last(order)).toMatchObject({ actor: 'maria', detail: { from: 'RECEIVED', to: 'PROCESSING' } });
    expect([order.state.status, shown]).toEqual(['PROCESSING', ['PROCESSING']]);
  });

  test('keeps the first reason of its end, and its actor', () => {
    const { order } = recorded();

    order.decideEnd({ code: 'MANAGER_REJECTED', message: 'first', step: null }, maria);
    order.decideEnd({ code: 'CANCELLED', message: 'second', step: null }, { ...maria, actor: 'ada' });

    expect(order.state).toMatchObject({ failure: { message: 'first' }, endedBy: 'maria' });
    expect(order.state.endedAt).not.toBeNull();
  });

  test('has no actor of its end if there was none', () => {
    const { order } = recorded();

    order.decideEnd({ code: 'STEP_FAILED', message: 'a fault', step: null });

    expect(order.state.endedBy).toBeNull();
  });

  test('grows by an added item, with its total', () => {
    const { order, shown } = recorded();

    order.addItem(item, 2000, maria);

    const total = { amountMinor: 2000, currencyCode: 'USD' };
    expect(order.state).toMatchObject({ items: [{ sku: 'MUG' }, item], total });
    expect(last(order)).toMatchObject({ type: 'ITEM_ADDED', actor: 'maria', detail: { item, total } });
    expect(shown).toEqual([total]);
  });

  test('records the previous address when its address is changed', () => {
    const { order, placed } = recorded();
    const to = { ...placed.shippingAddress, street: '2 Second Street' };

    order.changeAddress(to, maria);

    expect(order.state.shippingAddress).toEqual(to);
    expect(last(order)).toMatchObject({ actor: 'maria', detail: { from: placed.shippingAddress, to } });
  });

  test('keeps the known details of its payment and shipment, and adds new ones', () => {
    const { order, placed } = recorded();

    order.updatePayment({ status: 'AUTHORIZED', authorized: placed.total });
    order.updatePayment({ status: 'CAPTURED', captured: placed.total });
    order.updateShipment({ status: 'LABELED', carrier: 'Swift', trackingNumber: 'T-1' });
    order.updateShipment({ status: 'DISPATCHED' });

    const { total } = placed;
    expect(order.state.payment).toEqual({
      id: `PAY-${placed.orderId}`,
      status: 'CAPTURED',
      authorized: total,
      captured: total,
      refunded: null,
    });
    expect(order.state.shipment).toEqual({ status: 'DISPATCHED', carrier: 'Swift', trackingNumber: 'T-1' });
  });

  test('records its last entry once, and nothing after it', () => {
    const { order } = recorded();
    order.steps.start('NOTIFY_CUSTOMER');
    order.setStatus('FAILED');

    order.close();
    order.commands.refuse('cancel', 'ORDER_CLOSED', maria, null);

    expect(types(order).slice(-2)).toEqual(['STATUS_CHANGED', 'ORDER_CLOSED']);
    expect(last(order)).toMatchObject({ detail: { status: 'FAILED' } });
    expect(order.state).toMatchObject({ currentStep: null, closedAt: last(order)?.at });
  });

  test('has an outcome only when it has ended, and a tracking number only when it has shipped', () => {
    const outcomeOf = (status: OrderState['status']) => {
      const { order } = recorded();
      order.updateShipment({ status: 'LABELED', trackingNumber: 'T-1' });
      order.setStatus(status);
      return order.outcome();
    };

    expect(outcomeOf('SHIPPED')).toEqual({ status: 'SHIPPED', failure: null, trackingNumber: 'T-1' });
    expect(outcomeOf('FAILED')).toMatchObject({ status: 'FAILED', trackingNumber: null });
    expect(() => outcomeOf('COMPENSATING')).toThrow('has no outcome yet');
  });
});

test('a query result has at most fifty entries after the known one', () => {
  const { order } = recorded();
  for (let at = 0; at < 60; at++) order.commands.refuse('cancel', 'INVALID_INPUT', maria, 'nonsense');

  const seqs = (afterSeq?: number) => order.answer(afterSeq).journal.map(({ seq }) => seq);

  expect([seqs().length, seqs().at(0), seqs(50)]).toEqual([50, 1, [51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61]]);
  expect(seqs(61)).toEqual([]);
});

test('an order that is taken over continues after the entries of others, and compensates everything again', () => {
  const { order } = recorded();
  order.compensations.start('AUTHORIZE_PAYMENT', 'RELEASE_PAYMENT');
  const unshown = { status: () => undefined, total: () => undefined };
  const taken = new OrderRecord(order.state, unshown);

  taken.setStatus('COMPENSATING');
  taken.compensations.reset();

  expect(taken.entriesAfter(0).map(({ seq }) => seq)).toEqual([3]);
  expect(taken.entriesAfter(2).map(({ seq }) => seq)).toEqual([3]);
  expect(taken.entriesAfter(3)).toEqual([]);
  expect(taken.state.compensations).toEqual([]);
});
