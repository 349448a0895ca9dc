import { describe, expect, test } from 'vitest';
import * as rules from '../../src/shipping/domain/shipment.ts';
import { address, mugs, refusalIn } from '../an-order.ts';

const orderId = 'ORD-1';
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
/** Made from second 10 to second 20. */
const label: rules.Label = {
  labelId: 'lbl-1',
  carrier: 'Swift Parcel',
  trackingNumber: 'TRK1',
  address,
  startedAt: at(10),
  readyAt: at(20),
  voidedAt: null,
};
const prepared = () => rules.prepare(undefined, { orderId, lines: mugs(1) }, () => 'shp-1').shipment;
const labeled = () => rules.beginLabel(prepared(), orderId, label).shipment;
const dispatched = () => rules.dispatch(labeled(), orderId, at(20)).shipment;
const cancelled = (known: rules.Shipment | undefined, part: 'LABEL' | 'SHIPMENT', second = 30) =>
  rules.cancel(known, { orderId, part }, at(second));

describe('a shipment', () => {
  test('is prepared once', () => {
    const again = rules.prepare(prepared(), { orderId, lines: mugs(9) }, () => 'shp-2');

    expect(prepared()).toMatchObject({ orderId, shipmentId: 'shp-1', stage: 'PREPARED', lines: mugs(1), label: null });
    expect(again).toEqual({ shipment: prepared(), happening: null });
  });

  test('gets one label, to the address of the first request', () => {
    const elsewhere = { ...label, labelId: 'lbl-2', address: { ...address, street: '2 Second Street' } };
    const again = rules.beginLabel(labeled(), orderId, elsewhere);

    expect(labeled()).toEqual({ ...prepared(), label });
    expect(again).toEqual({ shipment: labeled(), happening: null });
  });

  test('that is unknown gets no label and is not dispatched', () => {
    expect(refusalIn(() => rules.beginLabel(undefined, orderId, label))).toBe('UNKNOWN_SHIPMENT');
    expect(refusalIn(() => rules.dispatch(undefined, orderId, at(30)))).toBe('UNKNOWN_SHIPMENT');
  });

  test('is dispatched once, and only when its label is ready', () => {
    const early = new Date(at(20).getTime() - 1);

    expect(refusalIn(() => rules.dispatch(labeled(), orderId, early))).toBe('LABEL_NOT_READY');
    expect(refusalIn(() => rules.dispatch(prepared(), orderId, at(30)))).toBe('LABEL_NOT_READY');
    expect(rules.dispatch(labeled(), orderId, at(20))).toMatchObject({ happening: 'DISPATCHED' });
    expect(rules.dispatch(dispatched(), orderId, at(30))).toEqual({ shipment: dispatched(), happening: null });
  });

  test('reports the progress of its label, from start to end', () => {
    const percents = [5, 10, 15, 20, 25].map((second) => rules.percentAt(label, at(second)));

    expect(percents).toEqual([0, 0, 50, 100, 100]);
    expect(rules.percentAt(label, new Date(at(20).getTime() - 1))).toBe(99);
    expect([19, 20].map((second) => rules.statusAt(labeled(), at(second)))).toEqual(['LABELING', 'LABELED']);
  });
});

describe('an undo', () => {
  test('of the label leaves the shipment, and no other label can be made', () => {
    const { shipment, happening, effect } = cancelled(labeled(), 'LABEL');

    expect(shipment).toEqual({ ...labeled(), labelClosed: true, label: { ...label, voidedAt: at(30) } });
    expect([happening, effect, rules.statusAt(shipment, at(30))]).toEqual(['LABEL_VOIDED', 'DONE', 'PREPARED']);
    expect(refusalIn(() => rules.beginLabel(shipment, orderId, label))).toBe('ORDER_UNDONE');
    expect(refusalIn(() => rules.dispatch(shipment, orderId, at(40)))).toBe('ORDER_UNDONE');
  });

  test('of a label that was never started prevents it, once', () => {
    const first = cancelled(prepared(), 'LABEL');
    const again = cancelled(first.shipment, 'LABEL');

    expect([first, again].map(({ happening, effect }) => [happening, effect])).toEqual([
      ['CLOSED', 'NOTHING_TO_DO'],
      [null, 'NOTHING_TO_DO'],
    ]);
    expect(refusalIn(() => rules.beginLabel(first.shipment, orderId, label))).toBe('ORDER_UNDONE');
  });

  test('of a label that was already cancelled changes nothing, not even its time', () => {
    const { shipment } = cancelled(labeled(), 'LABEL', 30);

    expect(cancelled(shipment, 'LABEL', 40)).toEqual({ shipment, happening: null, effect: 'NOTHING_TO_DO' });
  });

  test('of the shipment cancels its label too, once', () => {
    const { shipment, happening, effect } = cancelled(labeled(), 'SHIPMENT');

    expect([happening, effect, shipment.stage]).toEqual(['CANCELLED', 'DONE', 'CANCELLED']);
    expect(rules.hasLabel(shipment)).toBe(false);
    expect(cancelled(shipment, 'SHIPMENT')).toEqual({ shipment, happening: null, effect: 'NOTHING_TO_DO' });
    expect(refusalIn(() => rules.prepare(shipment, { orderId, lines: mugs(1) }, () => 'shp-2'))).toBe('ORDER_UNDONE');
    expect(refusalIn(() => rules.dispatch(shipment, orderId, at(40)))).toBe('ORDER_UNDONE');
  });

  test.each([
    ['LABEL', 'PREPARED'],
    ['SHIPMENT', 'CANCELLED'],
  ] as const)('of the %s recalls a package in transit', (part, stage) => {
    const { shipment, happening, effect } = cancelled(dispatched(), part);

    expect([shipment.stage, happening, effect]).toEqual([stage, 'RECALLED', 'DONE']);
    expect(rules.hasLabel(shipment)).toBe(false);
    expect(refusalIn(() => rules.dispatch(shipment, orderId, at(40)))).toBe('ORDER_UNDONE');
  });

  test.each(['LABEL', 'SHIPMENT'] as const)('of a missing %s prevents every later step', (part) => {
    const { shipment, happening, effect } = cancelled(undefined, part);

    expect([happening, effect, shipment.labelClosed]).toEqual(['CLOSED', 'NOTHING_TO_DO', true]);
    expect(refusalIn(() => rules.prepare(shipment, { orderId, lines: mugs(1) }, () => 'shp-2'))).toBe('ORDER_UNDONE');
  });

  test('before the label is ready refuses all waiting calls; after that, none', () => {
    const refusedAt = (second: number) =>
      refusalIn(() => rules.refuseWhenStopped(cancelled(labeled(), 'LABEL', second).shipment));

    expect([refusedAt(19), refusedAt(20)]).toEqual(['ORDER_UNDONE', undefined]);
    expect(refusalIn(() => rules.refuseWhenStopped(labeled()))).toBeUndefined();
  });
});
