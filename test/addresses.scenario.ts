import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Driver } from '../services/gateway/test/support/driver.ts';
import { type Shopper, shopperAt, waits } from './support/shopper.ts';
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

type Address = { street: string; city: string; zip: string };
type Verdict = { __typename: string; order: { shippingAddress: Address } };

async function aWaitingOrder(id: string): Promise<string> {
  await shopper.place(id, 'requiresApproval: true, approvalTimeout: "PT10M"');
  await shopper.until(id, waits);
  return id;
}

/** Changes these fields of the address of an order. */
async function moves(orderId: string, changes: Partial<Address>, commandId: string): Promise<Verdict> {
  const fields = Object.entries(changes).map(([name, value]) => `${name}: "${value}"`);
  const { updateShippingAddress } = await gateway.told<{ updateShippingAddress: Verdict }>(`mutation {
    updateShippingAddress(input: { orderId: "${orderId}", commandId: "${commandId}", address: { ${fields} } }) {
      __typename
      ... on UpdateShippingAddressPayload { order { shippingAddress { street city zip } } }
    }
  }`);
  return updateShippingAddress;
}

test('a repeated change of some fields has no further effect, whatever the address is by then', async () => {
  const id = await aWaitingOrder('MOVED-TWICE');
  await moves(id, { zip: '97403' }, 'c-1');
  await moves(id, { street: '2 Second Street' }, 'c-2');

  const again = await moves(id, { zip: '97403' }, 'c-1');

  expect(again.order.shippingAddress).toEqual({ zip: '97403', street: '2 Second Street', city: 'Springfield' });
});

test('of concurrent changes, all accepted ones are applied, and no others', async () => {
  const id = await aWaitingOrder('MOVED-AT-ONCE');
  const changes = { zip: '97404', street: '4 Fourth Street', city: 'Shelbyville' };

  const verdicts = await Promise.all(
    Object.entries(changes).map(([name, value]) => moves(id, { [name]: value }, `c-${name}`)),
  );

  const taken = verdicts.map(({ __typename }) => __typename === 'UpdateShippingAddressPayload');
  const { order } = await moves(id, { zip: '97404' }, 'c-last');
  const { street, city } = order.shippingAddress;
  expect(taken).toContain(true);
  expect([street === changes.street, city === changes.city]).toEqual(taken.slice(1));
});
