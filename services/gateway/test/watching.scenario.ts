import { cuttable } from '@waybill/orders-client/testing';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { counting } from './support/counting.ts';
import { all, seqs, take } from './support/events.ts';
import { approving, aWaitingOrder, changed, events } from './support/sentences.ts';
import { openShop, type Shop } from './support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

test('ten subscribers of one order cost as many queries as one, and none while nothing changes', async () => {
  const alone = await queriesOf(1);

  const together = await queriesOf(10);

  expect(alone).toMatchObject({ idle: 0, change: 1 });
  expect(together).toEqual(alone);
});

test('a watch starts with the first subscriber and stops with the last', async () => {
  const gateway = await shop.anotherGateway();
  const id = await aWaitingOrder(shop.gateway);
  const [one, other] = [gateway.follow(changed(id)), gateway.follow(changed(id))];
  await Promise.all([one.next(), other.next()]);

  await one.return?.();
  const afterOne = gateway.usage().watches;
  await other.return?.();

  expect(afterOne).toBe(1);
  await expect.poll(() => gateway.usage().watches).toBe(0);
});

test('a watch ends with its order, and every subscriber gets the end', async () => {
  const gateway = await shop.anotherGateway();
  const id = await aWaitingOrder(gateway);
  const followers = Array.from({ length: 5 }, () => gateway.follow(changed(id)));
  await Promise.all(followers.map((follower) => follower.next()));

  await gateway.told(approving(id));
  const ends = await Promise.all(followers.map(async (follower) => (await all(follower)).at(-1)?.data));

  const end = { orderChanged: { status: 'SHIPPED', revision: 4, closedAt: expect.any(String) } };
  expect(ends).toEqual([end, end, end, end, end]);
  await expect.poll(() => gateway.usage().watches).toBe(0);
});

test('each journal entry arrives once and in order from any cursor, across gateways, before and after the end', async () => {
  const id = await aWaitingOrder(shop.gateway);
  await shop.testEngine.happen(id, 3);
  const before = await take(shop.gateway.follow(events(id)), 3);

  const successor = await shop.anotherGateway();
  const resumed = successor.follow(events(id, 3));
  const between = await take(resumed, 2, { stay: true });
  await shop.testEngine.happen(id, 2);
  await successor.told(approving(id));
  const rest = await all(resumed);
  const closed = await all(shop.gateway.follow(events(id, 6)));

  expect(seqs(before)).toEqual([1, 2, 3]);
  expect([...seqs(between), ...seqs(rest)]).toEqual([4, 5, 6, 7, 8, 9]);
  expect(seqs(closed)).toEqual([7, 8, 9]);
});

test('a closed order is served from the book, without a call to the engine', async () => {
  const id = await aWaitingOrder(shop.gateway);
  await shop.gateway.told(approving(id));
  await all(shop.gateway.follow(changed(id)));
  await expect.poll(() => shop.gateway.usage().watches).toBe(0);
  const before = shop.testEngine.calls('GetWorkflowExecutionHistory');

  const order = await all(shop.gateway.follow(changed(id)));
  const journal = await all(shop.gateway.follow(events(id)));

  expect(order.map(({ data }) => data)).toMatchObject([{ orderChanged: { status: 'SHIPPED', revision: 4 } }]);
  expect(seqs(journal)).toEqual([1, 2, 3, 4]);
  expect(shop.testEngine.calls('GetWorkflowExecutionHistory')).toBe(before);
});

test('a watch survives the loss of its engine, and no subscriber misses an entry', async () => {
  const way = await cuttable(inject('temporalAddress'));
  const gateway = await shop.anotherGateway({ engine: way.address });
  const id = await aWaitingOrder(shop.gateway);
  const follower = gateway.follow(events(id));
  const before = await take(follower, 2, { stay: true });

  way.cut();
  await shop.testEngine.happen(id, 2);
  way.mend();
  const after = await take(follower, 2);

  expect([...seqs(before), ...seqs(after)]).toEqual([1, 2, 3, 4]);
  await way.close();
});

test('subscribers of lists are told which orders match now, and which no longer do', async () => {
  const { orders } = await shop.gateway.told<{ orders: { changesCursor: string } }>('{ orders { changesCursor } }');
  const id = await aWaitingOrder(shop.gateway);
  const queue = shop.gateway.follow(
    `subscription { ordersChanged(filter: { status: [AWAITING_APPROVAL] }, after: "${orders.changesCursor}") { kind cursor order { id status } } }`,
  );
  const came = await take(queue, 1, { stay: true });

  await shop.gateway.told(approving(id));
  const left = await take(queue, 1);

  expect(came[0]?.data).toMatchObject({
    ordersChanged: { kind: 'MATCHES', order: { id, status: 'AWAITING_APPROVAL' } },
  });
  expect(left[0]?.data).toMatchObject({ ordersChanged: { kind: 'LEFT', order: { id, status: 'SHIPPED' } } });
});

test('an unknown cursor is refused by name', async () => {
  const answers = await all(shop.gateway.follow('subscription { ordersChanged(after: "zzz") { kind } }'));

  expect(answers).toMatchObject([{ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }]);
});

/**
 * The number of queries for a number of subscribers of one order: at the start, while nothing changes, and for one
 * change.
 */
async function queriesOf(followers: number) {
  const gateway = await shop.anotherGateway();
  const id = await aWaitingOrder(shop.gateway);
  await expect.poll(() => shop.gateway.usage().watches).toBe(0); // who placed the order has stopped asking about it
  const since = counting(() => shop.testEngine.calls('QueryWorkflow'));
  const first = gateway.follow(events(id));
  await take(first, 2, { stay: true });
  const others = Array.from({ length: followers - 1 }, () => gateway.follow(events(id)));
  await Promise.all(others.map((other) => take(other, 2, { stay: true })));
  const joining = since();

  const all = [first, ...others];
  const changed = Promise.all(all.map((each) => each.next()));
  await Promise.race([changed, after(300)]);
  const idle = since();
  await shop.testEngine.happen(id);
  await changed;
  const change = since();
  for (const each of all) await each.return?.();
  await expect.poll(() => gateway.usage().watches).toBe(0); // a watch that stays polls again, and is counted by other tests
  return { joining, idle, change };
}

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
