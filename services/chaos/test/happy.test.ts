import { afterAll, beforeAll, expect, test } from 'vitest';
import { aWorldOfProviders, type World } from './providers.ts';

let world: World;
beforeAll(async () => {
  world = await aWorldOfProviders();
}, 60_000);
afterAll(() => world.stop());

test('an order is paid, reserved, shipped and told about', async () => {
  const { payment, inventory, shipping, notification } = world;
  const orderId = 'ORD-1';
  const usd = (amountMinor: number) => ({ amountMinor, currencyCode: 'USD' });
  const lines = [{ sku: 'MUG-001', quantity: 2 }];
  const address = { street: '1 Way', city: 'Town', state: null, zip: '1000', country: 'DE' };

  const { authorizationId } = await payment.authorize(
    { orderId, customerId: 'c-1', amount: usd(500) },
    { idempotencyKey: 'ORD-1:A' },
  );
  await inventory.reserve({ orderId, lines });
  await payment.capture({ orderId, authorizationId, amount: usd(500) });
  await shipping.prepare({ orderId, lines });
  await shipping.createLabel({ orderId, address });
  const shipped = await shipping.dispatch({ orderId });
  await notification.send({ orderId, kind: 'CONFIRMATION', recipient: 'a@example.com', detail: null });

  expect(shipped).toMatchObject({ status: 'DISPATCHED', labelPercent: 100 });
  expect(await payment.status({ orderId })).toMatchObject({ status: 'CAPTURED', captured: usd(500) });
  expect(await inventory.status({ orderId })).toMatchObject({ status: 'RESERVED', lines });
  expect(await inventory.catalogue()).toContainEqual(expect.objectContaining({ sku: 'MUG-001', available: 99_998 }));
  expect(await notification.status({ orderId })).toMatchObject({ kind: 'CONFIRMATION', status: 'SENT' });
  expect(await payment.status({ orderId: 'ORD-2' })).toBeNull();
  expect((await payment.refund({ orderId })).effect).toBe('DONE');
  expect((await inventory.release({ orderId })).effect).toBe('DONE');
  expect((await shipping.cancel({ orderId, part: 'LABEL' })).effect).toBe('DONE');
  expect((await shipping.cancel({ orderId, part: 'SHIPMENT' })).effect).toBe('DONE');
});
