import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { isRunning, type Shopper, shopperAt, undone, waits } from './support/shopper.ts';
import { storm } from './support/storm.ts';
import { openSystem, type System } from './support/system.ts';

let system: System;
let shopper: Shopper;
beforeAll(async () => {
  system = await openSystem(inject('temporalAddress'));
  shopper = shopperAt(await system.gateway(), system.audit);
});
afterAll(() => system.close());

const forever = (outcome: string) => Array.from({ length: 50 }, () => outcome);
const needsApproval = 'requiresApproval: true, approvalTimeout: "PT10M"';
const oneMore = 'item: { sku: "BOOK-001", quantity: 1 }';
const elsewhere = 'address: { street: "2 Side St", city: "Springfield", state: "IL", zip: "62701", country: "US" }';

test('an added item raises the total and the hold, and is paid with the rest', async () => {
  const id = await shopper.place('ADDED', needsApproval);
  await shopper.until(id, waits);

  const answer = await shopper.tell('addOrderItem', id, oneMore);

  expect(answer).toBe('AddOrderItemPayload');
  expect(await shopper.until(id, waits)).toMatchObject({
    total: { amount: '55.50' },
    payment: { status: 'AUTHORIZED', authorized: { amount: '55.50' } },
  });
  await shopper.tell('approveOrder', id);
  expect(await shopper.end(id)).toMatchObject({ status: 'SHIPPED' });
  expect(await system.audit.orders({ first: 1_000 })).toMatchObject({
    orders: expect.arrayContaining([expect.objectContaining({ orderId: id, keptMinor: 5_550 })]),
  });
});

test('an added item that the payment provider refuses leaves the order unchanged, and the order ships', async () => {
  await shopper.pin('TOO-DEAR', 'payment.authorize', ['success', 'insufficient_funds']);
  const id = await shopper.place('TOO-DEAR', needsApproval);
  await shopper.until(id, waits);

  const answer = await shopper.tell('addOrderItem', id, oneMore);

  expect(answer).toBe('PaymentRefused');
  expect(await shopper.until(id, waits)).toMatchObject({
    total: { amount: '37.00' },
    payment: { status: 'AUTHORIZED', authorized: { amount: '37.00' } },
  });
  await shopper.tell('approveOrder', id);
  expect(await shopper.end(id)).toMatchObject({ status: 'SHIPPED', total: { amount: '37.00' } });
});

test('an address can be changed until its label is started', async () => {
  await shopper.pin('MOVED', 'shipping.label', forever('timeout'));
  const id = await shopper.place('MOVED', needsApproval);
  await shopper.until(id, waits);

  const early = await shopper.tell('changeShippingAddress', id, elsewhere);
  await shopper.tell('approveOrder', id);
  await shopper.until(id, isRunning('CREATE_LABEL'));
  const late = await shopper.tell('changeShippingAddress', id, elsewhere.replace('2 Side', '3 Back'));
  await shopper.tell('cancelOrder', id, 'reason: "never mind"');

  expect([early, late]).toEqual(['ChangeShippingAddressPayload', 'AddressLocked']);
  const ended = await shopper.end(id);
  expect(ended).toMatchObject({ status: 'CANCELLED', shippingAddress: { street: '2 Side St' } });
  expect(undone(ended)).toEqual([
    'CANCEL_LABEL SKIPPED',
    'CANCEL_SHIPMENT COMPLETED',
    'REFUND_PAYMENT COMPLETED',
    'RELEASE_INVENTORY COMPLETED',
    'RELEASE_PAYMENT SKIPPED',
  ]);
});

test('an order that the carrier has cannot be cancelled, open or closed', async () => {
  await shopper.pin('GONE', 'notification.send', ['temporary_failure', 'temporary_failure']);
  const id = await shopper.place('GONE');
  await shopper.until(id, ({ status }) => status === 'SHIPPED');

  const open = await shopper.tell('cancelOrder', id, 'reason: "too late"');
  await shopper.end(id);
  const closed = await shopper.tell('cancelOrder', id, 'reason: "far too late"');

  expect([open, closed]).toEqual(['AlreadyShipped', 'AlreadyShipped']);
  expect(await shopper.effects(id)).not.toContain('PAYMENT REFUNDED');
});

test('an order that reserves first is paid only when it is approved, and ships', async () => {
  const id = await shopper.place('STOCK-FIRST', `plan: RESERVE_FIRST, ${needsApproval}`);
  await shopper.until(id, waits);
  const beforehand = await shopper.effects(id);

  await shopper.tell('approveOrder', id);

  expect(beforehand).toEqual(['STOCK TAKEN']);
  expect(await shopper.end(id)).toMatchObject({ status: 'SHIPPED', progress: 100 });
  expect((await shopper.effects(id)).slice(0, 3)).toEqual(['STOCK TAKEN', 'PAYMENT HELD', 'PAYMENT CAPTURED']);
});

test('an order that reserves first is compensated in its own reverse order', async () => {
  await shopper.pin('STOCK-BACK', 'shipping.label', ['address_refused']);
  const id = await shopper.place('STOCK-BACK', 'plan: RESERVE_FIRST');

  const ended = await shopper.end(id);

  expect(ended).toMatchObject({ status: 'FAILED', failure: { code: 'ADDRESS_REFUSED' } });
  expect(undone(ended)).toEqual([
    'CANCEL_SHIPMENT COMPLETED',
    'REFUND_PAYMENT COMPLETED',
    'RELEASE_PAYMENT SKIPPED',
    'RELEASE_INVENTORY COMPLETED',
  ]);
  expect((await shopper.effects(id)).slice(-4, -1)).toEqual([
    'SHIPMENT CANCELLED',
    'PAYMENT REFUNDED',
    'STOCK RETURNED',
  ]);
});

test('an order that takes too long is compensated, and fails with that reason', async () => {
  const hurried = shopperAt(await system.gateway({ limitMs: 12_000 }), system.audit);
  await hurried.pin('LATE', 'shipping.label', forever('timeout'));
  const id = await hurried.place('LATE');

  const ended = await hurried.end(id);

  expect(ended).toMatchObject({ status: 'FAILED', failure: { code: 'DEADLINE_EXCEEDED' } });
  expect(undone(ended)).toContain('RELEASE_INVENTORY COMPLETED');
  expect(await shopper.effects(id)).toEqual(expect.arrayContaining(['STOCK RETURNED', 'PAYMENT REFUNDED']));
});

test('in a storm every order ends as its seed determines, and the books balance', async () => {
  const brief = { attempts: 3, firstRetryMs: 50 };
  const patience = { AUTHORIZE_PAYMENT: brief, RESERVE_INVENTORY: brief, PREPARE_PACKAGE: brief };
  const hurried = shopperAt(await system.gateway({ patience }), system.audit);
  await hurried.storm(storm.seed);

  await Promise.all(Object.keys(storm.endings).map((id) => hurried.place(id)));
  const endings = await Promise.all(
    Object.keys(storm.endings).map(async (id) => {
      const { status, failure } = await hurried.end(id);
      return [id, failure?.code ?? status];
    }),
  );

  expect(Object.fromEntries(endings)).toEqual(storm.endings);
  expect(await system.audit.whole()).toMatchObject({ balanced: true, violations: [] });
});
