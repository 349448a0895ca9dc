import { afterAll, beforeAll, expect, test } from 'vitest';
import { rules } from '../src/audit/rules.ts';
import { anOrder, mugs } from './an-order.ts';
import { minute, openTestProviders, type TestProviders } from './test-providers.ts';

let testProviders: TestProviders;
beforeAll(async () => {
  testProviders = await openTestProviders();
}, minute);
afterAll(() => testProviders.stop());

const ofPayments: [code: string, kinds: string[], besides: string[]][] = [
  ['HELD_TWICE', ['HELD', 'HELD'], []],
  ['CHARGED_TWICE', ['HELD', 'CAPTURED', 'CAPTURED'], ['HOLD_ENDED_TWICE', 'PAYMENT_DIFFERS']],
  ['RELEASED_TWICE', ['HELD', 'RELEASED', 'RELEASED'], ['HOLD_ENDED_TWICE']],
  ['HOLD_ENDED_TWICE', ['HELD', 'RELEASED', 'EXPIRED'], []],
  ['REFUNDED_TOO_MUCH', ['HELD', 'CAPTURED', 'REFUNDED 501'], ['PAYMENT_DIFFERS']],
  ['PAYMENT_DIFFERS', ['HELD', 'CAPTURED'], []],
];
const ofShipments: [code: string, happenings: string[]][] = [
  ['PREPARED_TWICE', ['PREPARED', 'PREPARED']],
  ['LABELED_TWICE', ['LABEL_BEGUN', 'LABEL_BEGUN']],
  ['DISPATCHED_TWICE', ['DISPATCHED', 'DISPATCHED']],
];

const entry = 'insert into chaos.payment_entries (order_id, kind, amount_minor, currency_code)';
const entries = async (orderId: string, ...kinds: string[]) => {
  for (const [kind = '', amount = '500'] of kinds.map((each) => each.split(' ')))
    await testProviders.query(`${entry} values ($1, $2, $3, 'USD')`, [orderId, kind, amount]);
};
const events = async (orderId: string, ...happenings: string[]) => {
  for (const happening of happenings)
    await testProviders.query('insert into chaos.shipment_events (order_id, happening) values ($1, $2)', [
      orderId,
      happening,
    ]);
};
const broken = async (subject: string) => {
  const { violations } = await testProviders.audit.whole();
  return violations.filter((violation) => violation.subject === subject).map(({ code }) => code);
};

test.each(ofPayments)('the audit reports %s where a payment has %j', async (code, kinds, besides) => {
  const orderId = anOrder();

  await entries(orderId, ...kinds);

  expect((await broken(orderId)).toSorted()).toEqual([code, ...besides].toSorted());
});

test.each(ofShipments)('the audit reports %s where a shipment has %j', async (code, happenings) => {
  const orderId = anOrder();

  await events(orderId, ...happenings);

  expect(await broken(orderId)).toEqual([code]);
});

test('the audit reports a shipment that was dispatched and does not say so', async () => {
  const orderId = anOrder();
  await testProviders.shipping.prepare({ orderId, lines: mugs(1) });

  await events(orderId, 'DISPATCHED');

  expect(await broken(orderId)).toEqual(['SHIPMENT_DIFFERS']);
});

test('the audit reports a reservation whose stock was not taken', async () => {
  const orderId = anOrder();
  await testProviders.inventory.reserve({ orderId, lines: mugs(2) });

  await testProviders.query('update chaos.stock_movements set quantity = 1 where order_id = $1', [orderId]);

  expect(await broken(orderId)).toEqual(['RESERVATION_DIFFERS']);
});

test('the audit reports a product of which one is missing', async () => {
  await testProviders.query("update chaos.products set available = available - 1 where sku = 'KITE-001'", []);

  expect(await broken('KITE-001')).toEqual(['STOCK_DIFFERS']);
});

test('every rule of the audit is among these', () => {
  const others = ['SHIPMENT_DIFFERS', 'RESERVATION_DIFFERS', 'STOCK_DIFFERS'];
  const codes = [...ofPayments, ...ofShipments].map(([code]) => code);

  expect(rules.map(({ code }) => code).toSorted()).toEqual([...codes, ...others].toSorted());
});
