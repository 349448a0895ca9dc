import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Driver } from '../services/gateway/test/support/driver.ts';
import { type Shopper, shopperAt } from './support/shopper.ts';
import { openSystem, type System } from './support/system.ts';

let system: System;
let gateway: Driver;
let shopper: Shopper;
beforeAll(async () => {
  system = await openSystem(inject('temporalAddress'));
  gateway = await system.gateway();
  shopper = shopperAt(gateway, system.audit);
});
afterAll(() => system.close());

type Told = { ordersChanged: { kind: string; order: { health: string } } };

test('an order is listed as retrying from its second attempt until it continues', async () => {
  const { orders } = await gateway.told<{ orders: { changesCursor: string } }>('{ orders { changesCursor } }');
  await shopper.pin('RETRIED', 'payment.capture', Array(50).fill('server_error'));
  await shopper.place('RETRIED');

  const seen: string[] = [];
  const retried = `filter: { health: [RETRYING], idPrefix: "RETRIED" }, after: "${orders.changesCursor}"`;
  for await (const { data } of gateway.follow(`subscription { ordersChanged(${retried}) { kind order { health } } }`)) {
    const { kind, order } = (data as Told).ordersChanged;
    seen.push(`${kind} ${order.health}`);
    if (kind === 'LEFT') break;
    await shopper.pin('RETRIED', 'payment.capture', ['success']);
  }

  expect(seen).toEqual(['MATCHES RETRYING', 'LEFT OK']);
  expect(await shopper.end('RETRIED')).toMatchObject({ status: 'SHIPPED' });
});
