import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { all, seqs, take } from './support/events.ts';
import { approving, aWaitingOrder, events, placeOrder } from './support/sentences.ts';
import { openShop, type Shop } from './support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const fields = 'status health availableActions failure { code }';
const lost = { status: 'AWAITING_APPROVAL', health: 'STUCK', availableActions: [], failure: { code: 'WORKFLOW_LOST' } };

test('an order whose workflow was ended from outside is stuck at once, and has no available actions', async () => {
  const id = await aWaitingOrder(shop.gateway);
  const before = await shop.gateway.told(`{ order(id: "${id}") { health availableActions failure { code } } }`);

  await shop.testEngine.terminate(id);

  expect(before).toMatchObject({ order: { health: 'WAITING_FOR_PERSON', failure: null } });
  const asked = () => shop.gateway.told(`{ order(id: "${id}") { ${fields} } }`);
  await expect.poll(asked).toEqual({ order: lost }); // the query above keeps a watch, which notices shortly
  const answer = await shop.gateway.told(approving(id));
  expect(answer).toEqual({ approveOrder: { __typename: 'WorkflowLost' } });
});

test('a lost order is reported to the book when it is found: the list of orders needing attention has it at once', async () => {
  const id = await aWaitingOrder(shop.gateway);
  await shop.testEngine.terminate(id);

  await shop.gateway.told(`{ order(id: "${id}") { health } }`);

  await expect.poll(async () => (await shop.book.find(id))?.attention).toBe('LOST');
});

test('a command that the workflow received but could not answer is refused by a named error', async () => {
  const id = await aWaitingOrder(shop.gateway);
  await shop.testEngine.stopWorker();

  const answer = shop.gateway.told(approving(id));
  await pause(200); // it may also end before it receives the signal
  await shop.testEngine.terminate(id);

  expect(await answer).toEqual({ approveOrder: { __typename: 'WorkflowLost' } });
  await shop.testEngine.startWorker();
});

test('a follower of the order sees that it is lost, then the end by its recovery', async () => {
  const id = await aWaitingOrder(shop.gateway);
  const following = shop.gateway.follow(`subscription { orderChanged(id: "${id}") { ${fields} } }`);
  const journal = all(shop.gateway.follow(events(id)));
  await take(following, 1, { stay: true });

  await shop.testEngine.terminate(id);
  const [told] = await take(following, 1, { stay: true });
  await recovered(id);
  const rest = await all(following);

  expect(told?.data).toEqual({ orderChanged: lost });
  expect(rest.at(-1)?.data).toMatchObject({ orderChanged: { status: 'FAILED', health: 'OK' } });
  expect(seqs(await journal)).toEqual([1, 2, 3]);
});

test('a follower who starts when the order is lost sees the same', async () => {
  const id = await aWaitingOrder(shop.gateway);
  await shop.testEngine.terminate(id);
  const following = shop.gateway.follow(`subscription { orderChanged(id: "${id}") { ${fields} } }`);

  const [told] = await take(following, 1, { stay: true });
  await recovered(id);
  const rest = await all(following);

  expect(told?.data).toEqual({ orderChanged: lost });
  expect(rest.at(-1)?.data).toMatchObject({ orderChanged: { status: 'FAILED' } });
});

test('an order that was ended before it was in the book is lost too, and a follower sees its recovery', async () => {
  await shop.testEngine.stopWorker();
  const id = await placeOrder(shop.gateway);
  const unheard = { ...lost, status: 'RECEIVED' };

  await shop.testEngine.terminate(id);
  const asked = await shop.gateway.told(`{ order(id: "${id}") { ${fields} } }`);
  const following = shop.gateway.follow(`subscription { orderChanged(id: "${id}") { ${fields} } }`);
  const journal = all(shop.gateway.follow(events(id)));
  const [told] = await take(following, 1, { stay: true });
  await shop.testEngine.startWorker();
  await audited(id);
  await recovered(id);

  expect(asked).toEqual({ order: unheard });
  expect(told?.data).toEqual({ orderChanged: unheard });
  expect((await all(following)).at(-1)?.data).toMatchObject({ orderChanged: { status: 'FAILED', health: 'OK' } });
  expect(seqs(await journal)).toEqual([1, 2]);
});

/** What an audit records for an order that is not in the book. */
async function audited(id: string): Promise<void> {
  const order = await shop.testEngine.orders.placedAs(id);
  if (!order) throw new Error('The engine does not know it either');
  const entry = { seq: 1, type: 'ORDER_RECEIVED' as const, at: order.createdAt, actor: null, step: null, detail: null };
  await shop.book.record(id, { order: { ...order, revision: 1 }, entries: [entry], fingerprint: 'f' });
}

/** What the recovery of an order records at its end. */
async function recovered(id: string): Promise<void> {
  const { order, fingerprint } = await shop.book.takeOver(id, 1);
  const at = new Date().toISOString();
  const seq = order.revision + 1;
  await shop.book.record(id, {
    order: { ...order, status: 'FAILED', revision: seq, closedAt: at },
    entries: [{ seq, type: 'ORDER_CLOSED', at, actor: null, step: null, detail: null }],
    fingerprint,
    epoch: 1,
  });
}
