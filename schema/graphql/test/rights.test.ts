import { expect, test } from 'vitest';
import type { Viewer } from '../src/index.ts';
import { type Answer, ada, aShop, bob, codeOf, home, manager, operator } from './shop.ts';

/**
 * What became of an operation, in one word: the top-level error, the type of the answer, or that there was one at all.
 */
function fateOf(answer: Answer | undefined): string {
  const [value] = Object.values((answer?.data ?? {}) as Record<string, { __typename?: string } | null>);
  return codeOf(answer ?? {}) ?? (value === null ? 'nothing' : (value?.__typename ?? 'answered'));
}

const order = { orderId: 'ORD-1' };
const input = {
  place: { customerId: 'ada', customerEmail: 'a@b.org', items: [{ sku: 'MUG', quantity: 1 }], shippingAddress: home },
  reason: { ...order, reason: 'Because' },
  item: { ...order, item: { sku: 'MUG', quantity: 1 } },
  address: { ...order, address: home },
  giveUp: { ...order, step: 'AUTHORIZE_PAYMENT', reason: 'Because' },
  settle: { ...order, undoes: 'AUTHORIZE_PAYMENT', note: 'By hand' },
  restock: { sku: 'MUG', quantity: 1 },
  pin: { ...order, operation: 'payment.authorize', outcomes: [] },
};
const tell = (name: string) =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename } }`;

const out = 'UNAUTHENTICATED';
const no = 'FORBIDDEN';
const unseen = 'OrderNotFound';

// Columns: nobody, ada (whose order it is), bob (another customer), a manager, an operator.
test.each<[string, object, string, string, string, string, string]>([
  ['{ viewer { id } }', {}, out, 'answered', 'answered', 'answered', 'answered'],
  ['{ catalogue { sku } }', {}, out, 'answered', 'answered', 'answered', 'answered'],
  ['{ orders { nodes { id } } }', {}, out, 'answered', 'answered', 'answered', 'answered'],
  ['{ order(id: "ORD-1") { id } }', {}, out, 'answered', 'nothing', 'answered', 'answered'],
  ['{ order(id: "ORD-1") { timeline { nodes { seq } } } }', {}, out, 'answered', 'nothing', 'answered', 'answered'],
  ['{ node(id: "ORD-1") { id } }', {}, out, 'answered', 'nothing', 'answered', 'answered'],
  ['{ chaos { seed } }', {}, out, no, no, no, 'answered'],
  [tell('placeOrder'), input.place, out, 'PlaceOrderPayload', no, 'PlaceOrderPayload', 'PlaceOrderPayload'],
  [tell('approveOrder'), order, out, no, no, 'ApproveOrderPayload', 'ApproveOrderPayload'],
  [tell('rejectOrder'), input.reason, out, no, no, 'RejectOrderPayload', 'RejectOrderPayload'],
  [tell('cancelOrder'), input.reason, out, 'CancelOrderPayload', unseen, 'CancelOrderPayload', 'CancelOrderPayload'],
  [tell('addOrderItem'), input.item, out, 'AddOrderItemPayload', unseen, 'AddOrderItemPayload', 'AddOrderItemPayload'],
  [
    tell('changeShippingAddress'),
    input.address,
    out,
    'ChangeShippingAddressPayload',
    unseen,
    'ChangeShippingAddressPayload',
    'ChangeShippingAddressPayload',
  ],
  [
    tell('updateShippingAddress'),
    input.address,
    out,
    'UpdateShippingAddressPayload',
    unseen,
    'UpdateShippingAddressPayload',
    'UpdateShippingAddressPayload',
  ],
  [tell('retryOrderNow'), order, out, no, no, no, 'RetryOrderNowPayload'],
  [tell('giveUpOrderStep'), input.giveUp, out, no, no, no, 'GiveUpOrderStepPayload'],
  [tell('settleCompensation'), input.settle, out, no, no, no, 'SettleCompensationPayload'],
  [tell('repairAudit'), {}, out, no, no, no, 'RepairAuditPayload'],
  [tell('restock'), input.restock, out, no, no, 'RestockPayload', 'RestockPayload'],
  [tell('setChaos'), {}, out, no, no, no, 'SetChaosPayload'],
  [tell('pinChaos'), input.pin, out, no, no, no, 'PinChaosPayload'],
  ['mutation { resetChaos { __typename } }', {}, out, no, no, no, 'ResetChaosPayload'],
  ['{ services { name } }', {}, out, no, no, 'answered', 'answered'],
  ['{ audit { balanced } }', {}, out, no, no, no, 'answered'],
  ['{ journal { nodes { orderId } } }', {}, out, no, no, 'answered', 'answered'],
  ['{ orderCounts { total } }', {}, out, 'answered', 'answered', 'answered', 'answered'],
  ['{ orderCounts(customerId: "ada") { total } }', {}, out, 'answered', no, 'answered', 'answered'],
  ['{ chaosLog { nodes { cursor } } }', {}, out, no, no, no, 'answered'],
])('%s requires the right', async (query, input, ...fates) => {
  const shop = aShop();
  const viewers = [null, ada, bob, manager, operator];

  const answers = await Promise.all(viewers.map((viewer) => shop.as(viewer).asks(query, { input })));

  expect(answers.map(fateOf)).toEqual(fates);
});

test.each<[string, string, string, string, string, string]>([
  ['orderChanged(id: "ORD-1") { id }', out, 'answered', 'ORDER_NOT_FOUND', 'answered', 'answered'],
  ['orderEvents(id: "ORD-1") { seq }', out, 'answered', 'ORDER_NOT_FOUND', 'answered', 'answered'],
  ['ordersChanged { cursor }', out, 'answered', 'answered', 'answered', 'answered'],
  ['orderCountsChanged { total }', out, 'answered', 'answered', 'answered', 'answered'],
  ['orderCountsChanged(customerId: "ada") { total }', out, 'answered', no, 'answered', 'answered'],
  ['chaosLogged { cursor }', out, no, no, no, 'answered'],
])('subscription { %s } requires the right', async (selection, ...fates) => {
  const shop = aShop();
  const viewers = [null, ada, bob, manager, operator];

  const seen = await Promise.all(viewers.map((viewer) => shop.as(viewer).follows(`subscription { ${selection} }`)));

  expect(seen.map(([first]) => fateOf(first))).toEqual(fates);
});

test.each<[string, Viewer | null, string, object]>([
  ['no token', null, 'placeOrder', { ...input.place, items: [] }],
  ['the order of another customer', bob, 'placeOrder', { ...input.place, items: [] }],
  ['the wrong role', ada, 'approveOrder', { ...order, commandId: '!' }],
  ['the wrong role', ada, 'restock', { sku: '', quantity: 0 }],
  ['the wrong role', manager, 'pinChaos', { ...input.pin, orderId: '!' }],
  ["another customer's order", bob, 'cancelOrder', { ...order, reason: '' }],
])('with %s (%j), the input of %s is not validated', async (_, viewer, name, wrong) => {
  const shop = aShop();

  const answer = await shop.as(viewer).asks(tell(name), { input: wrong });

  expect([out, no, unseen]).toContain(fateOf(answer));
  expect(shop.reached).toEqual([]);
});

test.each([
  ['placeOrder', bob, input.place, { field: 'customerId' }],
  ['approveOrder', bob, order, {}],
])('a forbidden %s names the field, if there is one', async (name, viewer, given, field) => {
  const { errors } = await aShop().as(viewer).asks(tell(name), { input: given });

  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: no, ...field }]);
});

test("another customer's order and an unknown one have the same message", async () => {
  const shop = aShop();
  const cancel = `mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename ... on Error { code message } } }`;

  const foreign = await shop.as(bob).asks(cancel, { input: input.reason });
  const missing = await aShop({ orders: [] }).as(bob).asks(cancel, { input: input.reason });

  expect(foreign).toEqual(missing);
});
