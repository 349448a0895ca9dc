import { type OrderState, orderAsPlaced } from '@waybill/contracts/words';
import { anOrder } from '@waybill/orders-client/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from './support/shop.ts';
import { take } from './support/told.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const needy = '(filter: { needsAttention: true })';

test('whoever follows what needs attention is told of an order that is stuck, and when it gets on again', async () => {
  await recorded('ORD-STUCK', 1);
  const queue = shop.gateway.follow(`subscription { ordersChanged${await fromNow()} { kind order { id health } } }`);

  await shop.book.setAttention('ORD-STUCK', 'STUCK');
  const [came] = await take(queue, 1, { stay: true });
  await recorded('ORD-STUCK', 2);
  const [left] = await take(queue, 1);

  const told = (kind: string, health: string) => ({ ordersChanged: { kind, order: { id: 'ORD-STUCK', health } } });
  expect([came?.data, left?.data]).toEqual([told('MATCHES', 'STUCK'), told('LEFT', 'OK')]);
});

test('an order that is stuck is in the list of what needs attention, and says so itself, while it is', async () => {
  await recorded('ORD-LISTED', 1);
  const asked = () =>
    shop.gateway.told(`{ orders${needy} { nodes { id health } } order(id: "ORD-LISTED") { health } }`);

  await shop.book.setAttention('ORD-LISTED', 'STUCK');
  const stuck = await asked();
  await shop.book.setAttention('ORD-LISTED', null);
  const sound = await asked();

  expect(stuck).toEqual({ orders: { nodes: [{ id: 'ORD-LISTED', health: 'STUCK' }] }, order: { health: 'STUCK' } });
  expect(sound).toEqual({ orders: { nodes: [] }, order: { health: 'OK' } });
});

/** The filter of a subscription that begins where the feed stands now. */
async function fromNow(): Promise<string> {
  const { orders } = await shop.gateway.told<{ orders: { changesCursor: string } }>('{ orders { changesCursor } }');
  return `(filter: { needsAttention: true }, after: "${orders.changesCursor}")`;
}

/** An order of which only the book knows. */
async function recorded(orderId: string, revision: number): Promise<void> {
  const order: OrderState = {
    ...orderAsPlaced({ ...anOrder(), orderId, fingerprint: 'f-1' }),
    status: 'PROCESSING',
    revision,
  };
  await shop.book.record(orderId, { order, entries: [], fingerprint: 'f-1' });
}
