import { cuttable } from '@waybill/orders-client/testing';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { approving, aWaitingOrder, changed, placeOrder, placing, rejecting } from './support/sentences.ts';
import { openShop, type Shop } from './support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

test('an approval returns the order after the verdict', async () => {
  const id = await aWaitingOrder(shop.gateway);

  const answer = await shop.gateway.told(approving(id));

  expect(answer).toEqual({ approveOrder: { __typename: 'ApproveOrderPayload', order: { id, status: 'SHIPPED' } } });
});

test('the same command twice is one command, also when the order is closed by then', async () => {
  const id = await aWaitingOrder(shop.gateway);
  const first = await shop.gateway.told(approving(id));
  await closed(id);

  const again = await shop.gateway.told(approving(id));

  expect(again).toEqual(first);
});

test('a command id with another command or other content is always a conflict', async () => {
  const id = await aWaitingOrder(shop.gateway);
  await shop.gateway.told(approving(id, 'c-1'));

  const otherCommand = await shop.gateway.told(rejecting(id, 'c-1'));
  const otherWords = await shop.gateway.told(approving(id, 'c-1', 'not so fine'));

  expect(otherCommand).toEqual({ rejectOrder: { __typename: 'IdempotencyConflict', orderId: id } });
  expect(otherWords).toEqual({ approveOrder: { __typename: 'IdempotencyConflict', orderId: id } });
});

test('a command after the end is refused by a named error', async () => {
  const id = await aWaitingOrder(shop.gateway);
  await shop.gateway.told(approving(id, 'c-1'));
  await closed(id);

  const late = await shop.gateway.told(rejecting(id, 'c-2'));

  expect(late).toEqual({ rejectOrder: { __typename: 'OrderClosed', status: 'SHIPPED' } });
});

test('of two contradicting concurrent commands, one is accepted and the other refused with the reason', async () => {
  const id = await aWaitingOrder(shop.gateway);

  const answers = await Promise.all([shop.gateway.told(approving(id, 'c-1')), shop.gateway.told(rejecting(id, 'c-2'))]);

  const kinds = answers.flatMap((answer) => Object.values(answer as object).map(({ __typename }) => __typename));
  expect(kinds.filter((kind) => kind === 'OrderClosed')).toHaveLength(1);
  expect(kinds.filter((kind) => kind.endsWith('Payload'))).toHaveLength(1);
});

test('a command to an unknown order is refused', async () => {
  const answer = await shop.gateway.told(approving('ORD-UNKNOWN'));

  expect(answer).toEqual({ approveOrder: { __typename: 'OrderNotFound' } });
});

test('a command whose verdict takes too long is not lost: the order accepts it when its worker is back', async () => {
  const impatient = await shop.anotherGateway({ verdictTimeoutMs: 300 });
  const id = await aWaitingOrder(shop.gateway);
  await shop.testEngine.stopWorker();

  const pending = await impatient.told(approving(id, 'c-1'));
  await shop.testEngine.startWorker();
  await closed(id);
  const later = await shop.gateway.told(approving(id, 'c-1'));

  expect(pending).toEqual({ approveOrder: { __typename: 'VerdictPending', commandId: 'c-1' } });
  expect(later).toMatchObject({ approveOrder: { __typename: 'ApproveOrderPayload' } });
});

test('the header Idempotency-Key and the field are equivalent', async () => {
  const key = crypto.randomUUID();

  const byHeader = await placeOrder(shop.gateway, '', { 'idempotency-key': key });
  const byField = await placeOrder(shop.gateway, `idempotencyKey: "${key}"`);
  const both = await shop.gateway.told(placing(`idempotencyKey: "other"`), { 'idempotency-key': key });

  expect(byField).toBe(byHeader);
  expect(both).toMatchObject({
    placeOrder: { __typename: 'InvalidInput', fields: [{ path: ['idempotencyKey'], message: expect.any(String) }] },
  });
});

test('another order under the same id is a conflict', async () => {
  const id = await placeOrder(shop.gateway, `orderId: "SHOP-${crypto.randomUUID()}"`);

  const other = await shop.gateway.told(placing(`orderId: "${id}", plan: RESERVE_FIRST`));

  expect(other).toEqual({ placeOrder: { __typename: 'IdempotencyConflict', orderId: id } });
});

test('while the engine is unavailable, orders are read from the book and commands are refused', async () => {
  const way = await cuttable(inject('temporalAddress'));
  const gateway = await shop.anotherGateway({ engine: way.address });
  const id = await aWaitingOrder(shop.gateway);
  way.cut();

  const read = await gateway.told(`{ order(id: "${id}") { status asOf } }`);
  const approval = await gateway.ask(approving(id));
  const placed = await gateway.ask(placing());

  const unavailable = { code: 'SERVICE_UNAVAILABLE', retryAfterSeconds: expect.any(Number) };
  expect(read).toEqual({ order: { status: 'AWAITING_APPROVAL', asOf: expect.any(String) } });
  expect(approval.errors).toMatchObject([{ extensions: unavailable }]);
  expect(placed.errors).toMatchObject([{ extensions: unavailable }]);
  await way.close();
});

/** Resolves when the order has closed. */
async function closed(id: string): Promise<void> {
  for await (const _ of shop.gateway.follow(changed(id)));
}
