import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approving, aWaitingOrder, events, placeOrder } from './support/sentences.ts';
import { openShop, type Shop } from './support/shop.ts';
import { all, seqs, take } from './support/told.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const fields = 'status health availableActions failure { code }';
const lost = { status: 'AWAITING_APPROVAL', health: 'STUCK', availableActions: [], failure: { code: 'WORKFLOW_LOST' } };

test('an order whose workflow was ended from outside is stuck at once, and offers nothing that nobody could take', async () => {
  const id = await aWaitingOrder(shop.gateway);
  const before = await shop.gateway.told(`{ order(id: "${id}") { health availableActions failure { code } } }`);

  await shop.stage.terminate(id);

  expect(before).toMatchObject({ order: { health: 'WAITING_FOR_PERSON', failure: null } });
  const asked = () => shop.gateway.told(`{ order(id: "${id}") { ${fields} } }`);
  await expect.poll(asked).toEqual({ order: lost }); // who has just asked holds a watch, which hears of it in a moment
  const answer = await shop.gateway.told(approving(id));
  expect(answer).toEqual({ approveOrder: { __typename: 'WorkflowLost' } });
});

test('who finds an order lost tells the book: the list of what needs attention says so at once', async () => {
  const id = await aWaitingOrder(shop.gateway);
  await shop.stage.terminate(id);

  await shop.gateway.told(`{ order(id: "${id}") { health } }`);

  await expect.poll(async () => (await shop.book.find(id))?.attention).toBe('LOST');
});

test('a command that the workflow was told, and did not live to answer, is answered by name', async () => {
  const id = await aWaitingOrder(shop.gateway);
  await shop.stage.stopWorker();

  const answer = shop.gateway.told(approving(id));
  await pause(200); // it may as well be ended before it is told
  await shop.stage.terminate(id);

  expect(await answer).toEqual({ approveOrder: { __typename: 'WorkflowLost' } });
  await shop.stage.startWorker();
});

test('who follows the order is told that it is lost, then how its recovery ends it', async () => {
  const id = await aWaitingOrder(shop.gateway);
  const following = shop.gateway.follow(`subscription { orderChanged(id: "${id}") { ${fields} } }`);
  const journal = all(shop.gateway.follow(events(id)));
  await take(following, 1, { stay: true });

  await shop.stage.terminate(id);
  const [told] = await take(following, 1, { stay: true });
  await recovered(id);
  const rest = await all(following);

  expect(told?.data).toEqual({ orderChanged: lost });
  expect(rest.at(-1)?.data).toMatchObject({ orderChanged: { status: 'FAILED', health: 'OK' } });
  expect(seqs(await journal)).toEqual([1, 2, 3]);
});

test('who comes when the order is lost already is told the same', async () => {
  const id = await aWaitingOrder(shop.gateway);
  await shop.stage.terminate(id);
  const following = shop.gateway.follow(`subscription { orderChanged(id: "${id}") { ${fields} } }`);

  const [told] = await take(following, 1, { stay: true });
  await recovered(id);
  const rest = await all(following);

  expect(told?.data).toEqual({ orderChanged: lost });
  expect(rest.at(-1)?.data).toMatchObject({ orderChanged: { status: 'FAILED' } });
});

test('an order that was ended before the book heard of it is lost too, and who follows it hears of its recovery', async () => {
  await shop.stage.stopWorker();
  const id = await placeOrder(shop.gateway);
  const unheard = { ...lost, status: 'RECEIVED' };

  await shop.stage.terminate(id);
  const asked = await shop.gateway.told(`{ order(id: "${id}") { ${fields} } }`);
  const following = shop.gateway.follow(`subscription { orderChanged(id: "${id}") { ${fields} } }`);
  const journal = all(shop.gateway.follow(events(id)));
  const [told] = await take(following, 1, { stay: true });
  await shop.stage.startWorker();
  await audited(id);
  await recovered(id);

  expect(asked).toEqual({ order: unheard });
  expect(told?.data).toEqual({ orderChanged: unheard });
  expect((await all(following)).at(-1)?.data).toMatchObject({ orderChanged: { status: 'FAILED', health: 'OK' } });
  expect(seqs(await journal)).toEqual([1, 2]);
});

/** What an audit writes of an order that the book has not heard of. */
async function audited(id: string): Promise<void> {
  const order = await shop.stage.orders.placedAs(id);
  if (!order) throw new Error('The engine does not know it either');
  const entry = { seq: 1, type: 'ORDER_RECEIVED' as const, at: order.createdAt, actor: null, step: null, detail: null };
  await shop.book.record(id, { order: { ...order, revision: 1 }, entries: [entry], fingerprint: 'f' });
}

/** What the recovery of an order writes in the end. */
async function recovered(id: string): Promise<void> {
  const { order, fingerprint } = await shop.book.takeOver(id, 1);
  const at = new Date().toISOString();
  const seq = order.revision + 1;
  await shop.book.record(id, {
    order: { ...order, status: 'FAILED', revision: seq, closedAt: at },
    entries: [{ seq, type: 'ORDER_CLOSED', at, actor: null, step: null, detail: null }],
    ...{ fingerprint, epoch: 1 },
  });
}
