import { type OrderState, orderAsPlaced } from '@waybill/contracts/domain';
import { anOrder } from '@waybill/orders-client/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { take } from './support/events.ts';
import { aWaitingOrder } from './support/sentences.ts';
import { openShop, type Shop } from './support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const needy = '(filter: { needsAttention: true })';

test('subscribers to orders needing attention get an order that is stuck, and are notified when it recovers', async () => {
  await recorded('ORD-STUCK', 1);
  const queue = shop.gateway.follow(`subscription { ordersChanged${await fromNow()} { kind order { id health } } }`);

  await shop.book.setAttention('ORD-STUCK', 'STUCK');
  const [came] = await take(queue, 1, { stay: true });
  await recorded('ORD-STUCK', 2);
  const [left] = await take(queue, 1);

  const told = (kind: string, health: string) => ({ ordersChanged: { kind, order: { id: 'ORD-STUCK', health } } });
  expect([came?.data, left?.data]).toEqual([told('MATCHES', 'STUCK'), told('LEFT', 'OK')]);
});

test('an order is in the list of those needing attention, and has the health STUCK, while it is stuck', async () => {
  const id = await aWaitingOrder(shop.gateway);
  await recorded(id, 9, (await shop.book.find(id))?.fingerprint);
  const asked = () => shop.gateway.told(`{ orders${needy} { nodes { id health } } order(id: "${id}") { health } }`);

  await shop.book.setAttention(id, 'STUCK');
  const stuck = await asked();
  await shop.book.setAttention(id, null);
  const sound = await asked();

  expect(stuck).toEqual({ orders: { nodes: [{ id, health: 'STUCK' }] }, order: { health: 'STUCK' } });
  expect(sound).toEqual({ orders: { nodes: [] }, order: { health: 'OK' } });
});

/** The filter of a subscription that starts at the current position of the feed. */
async function fromNow(): Promise<string> {
  const { orders } = await shop.gateway.told<{ orders: { changesCursor: string } }>('{ orders { changesCursor } }');
  return `(filter: { needsAttention: true }, after: "${orders.changesCursor}")`;
}

/** An order that has attention recorded in the book. */
async function recorded(orderId: string, revision: number, fingerprint = 'f-1'): Promise<void> {
  const order: OrderState = {
    ...orderAsPlaced({ ...anOrder(), orderId, fingerprint }),
    status: 'PROCESSING',
    revision,
  };
  await shop.book.record(orderId, { order, entries: [], fingerprint });
}
