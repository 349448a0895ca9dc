import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Driver } from './support/driver.ts';
import { all, seqs, take } from './support/events.ts';
import { approving, aWaitingOrder, changed, events } from './support/sentences.ts';
import { openShop, type Shop } from './support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const refused = 'GetWorkflowExecutionHistory';

test('without long polls, an order is followed to its end by the feed of the book', async () => {
  const { toTheEnd, queries } = await aQuietFollower(await shop.anotherGateway({ refused }));
  await expect.poll(queries).toBe(1); // the schema's look is the watch's first
  await new Promise((resolve) => setTimeout(resolve, 800)); // without the feed, there were two more by then

  expect(queries()).toBe(1);
  expect(await toTheEnd()).toMatchObject(shipped);
});

test('without the feed too, an order is polled at intervals', async () => {
  const { toTheEnd, queries } = await aQuietFollower(await shop.anotherGateway({ refused, feed: false }));
  await expect.poll(queries).toBeGreaterThan(2);

  expect(await toTheEnd()).toMatchObject(shipped);
});

test('without long polls too, each journal entry arrives once and in order', async () => {
  const gateway = await shop.anotherGateway({ refused, feed: false });
  const id = await aWaitingOrder(shop.gateway);
  const told = gateway.follow(events(id));
  const before = await take(told, 2, { stay: true });

  await shop.testEngine.happen(id, 60); // more than one answer holds
  await shop.gateway.told(approving(id));
  const after = await all(told);

  expect(seqs([...before, ...after])).toEqual(Array.from({ length: 64 }, (_, at) => at + 1));
});

test('orders beyond the budget of long polls are followed without', async () => {
  const gateway = await shop.anotherGateway({ limits: { longPolls: 1 } });
  const ids = [await aWaitingOrder(shop.gateway), await aWaitingOrder(shop.gateway)];
  const followers = ids.map((id) => gateway.follow(changed(id)));
  await Promise.all(followers.map((follower) => follower.next()));

  for (const id of ids) await shop.gateway.told(approving(id));
  const ends = await Promise.all(followers.map(async (follower) => (await all(follower)).at(-1)?.data));

  expect(ends).toMatchObject([{ orderChanged: { status: 'SHIPPED' } }, { orderChanged: { status: 'SHIPPED' } }]);
});

test('beyond the budget of long polls too, the progress and retries of a label are shown', async () => {
  const gateway = await shop.anotherGateway({ limits: { longPolls: 0 } });
  const [made, failed] = [await aWaitingOrder(shop.gateway), await aWaitingOrder(shop.gateway)];
  const followers = [made, failed].map((id) => gateway.follow(health(id)));

  await shop.testEngine.labelStands(made, 40);
  await shop.testEngine.labelFails(failed);
  const [percent, retrying] = await Promise.all([
    until(followers[0], (order) => order.steps.some((step) => step.percent === 40)),
    until(followers[1], (order) => order.health === 'RETRYING' || order.health === 'STUCK'),
  ]);
  await shop.testEngine.labelStands(made, 100);

  expect(percent.steps.find(({ name }) => name === 'CREATE_LABEL')).toMatchObject({ percent: 40 });
  expect(retrying.steps.find(({ name }) => name === 'CREATE_LABEL')?.attempt).toBeGreaterThan(1);
});

type Health = { health: string; steps: { name: string; attempt: number; percent: number | null }[] };

const health = (id: string) => `subscription { orderChanged(id: "${id}") { health steps { name attempt percent } } }`;

/** The first state that matches. */
async function until(told: ReturnType<Driver['follow']> | undefined, is: (order: Health) => boolean): Promise<Health> {
  for await (const { data } of told ?? []) {
    const order = data?.orderChanged as Health;
    if (is(order)) return order;
  }
  throw new Error('It ended before');
}

/** Follows an order in which nothing happens before it is told to go on, and counts what that costs. */
async function aQuietFollower(gateway: Driver) {
  const id = await aWaitingOrder(shop.gateway);
  await expect.poll(() => shop.gateway.usage().watches).toBe(0);
  const before = shop.testEngine.calls('QueryWorkflow');
  const follower = gateway.follow(changed(id));
  await follower.next();
  const toTheEnd = async () => {
    await shop.testEngine.happen(id);
    await shop.gateway.told(approving(id));
    return (await all(follower)).at(-1)?.data;
  };
  return { toTheEnd, queries: () => shop.testEngine.calls('QueryWorkflow') - before };
}

const shipped = { orderChanged: { status: 'SHIPPED', closedAt: expect.any(String) } };
