import { orderIdOfKey } from '@waybill/orders-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approving, changed, placeOrder, placing } from './support/sentences.ts';
import { openShop, type Shop } from './support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

// The engine takes a while to delete workflows: the tests wait for it together.
describe.concurrent('an order that the engine has forgotten', () => {
  test('is the same order when it is placed again under its id', async () => {
    const id = await aForgottenOrder(withId(aName()));

    const again = await shop.gateway.told(placing(withId(id)));

    expect(again).toMatchObject({ placeOrder: { __typename: 'PlaceOrderPayload', order: { id, status: 'SHIPPED' } } });
  });

  test('is a conflict when its id is used for other content, every time', async () => {
    const id = await aForgottenOrder(withId(aName()));

    const first = await shop.gateway.told(placing(`${withId(id)} plan: RESERVE_FIRST`));
    const second = await shop.gateway.told(placing(`${withId(id)} plan: RESERVE_FIRST`));
    const itself = await shop.gateway.told(placing(withId(id)));

    const conflict = { placeOrder: { __typename: 'IdempotencyConflict', orderId: id } };
    expect([first, second]).toEqual([conflict, conflict]);
    expect(itself).toMatchObject({ placeOrder: { order: { id, status: 'SHIPPED' } } });
  });

  test('is found by its key, and its key is a conflict with other content', async () => {
    const key = withKey(aName());
    const id = await aForgottenOrder(key);

    const again = await shop.gateway.told(placing(key));
    const other = await shop.gateway.told(placing(`${key} plan: RESERVE_FIRST`));

    expect(again).toMatchObject({ placeOrder: { order: { id, status: 'SHIPPED' } } });
    expect(other).toEqual({ placeOrder: { __typename: 'IdempotencyConflict', orderId: id } });
  });

  test('is found by the key that came with its id: with the id, without it, and not under another', async () => {
    const [name, keyName] = [aName(), aName()];
    const id = await aForgottenOrder(`${withId(name)} ${withKey(keyName)}`);
    await shop.testEngine.forget(orderIdOfKey('otto', keyName));

    const underAnother = await shop.gateway.told(placing(`${withId(aName())} ${withKey(keyName)}`));
    const withBoth = await shop.gateway.told(placing(`${withId(name)} ${withKey(keyName)}`));
    const byKey = await shop.gateway.told(placing(withKey(keyName)));

    expect(underAnother).toEqual({ placeOrder: { __typename: 'IdempotencyConflict', orderId: id } });
    expect(withBoth).toMatchObject({ placeOrder: { order: { id, status: 'SHIPPED' } } });
    expect(byKey).toMatchObject({ placeOrder: { order: { id, status: 'SHIPPED' } } });
  });
});

test('an unavailable book refuses nothing', async () => {
  const lonely = await openShop();
  await lonely.testEngine.stopWorker();
  await lonely.closeBook();
  const id = aName();

  const placed = await lonely.gateway.told(placing(withId(id)));

  expect(placed).toMatchObject({ placeOrder: { __typename: 'PlaceOrderPayload', order: { id } } });
  await lonely.close();
});

const aName = () => `SHOP-${crypto.randomUUID()}`;
const withId = (id: string) => `orderId: "${id}"`;
const withKey = (key: string) => `idempotencyKey: "${key}"`;

/** A shipped order that only the book knows. */
async function aForgottenOrder(input: string): Promise<string> {
  const id = await placeOrder(shop.gateway, input);
  const told = shop.gateway.follow(changed(id));
  for await (const { data } of told) {
    const { status } = (data?.orderChanged ?? {}) as { status?: string };
    if (status === 'AWAITING_APPROVAL') await shop.gateway.told(approving(id));
  }
  await shop.testEngine.forget(id);
  return id;
}
