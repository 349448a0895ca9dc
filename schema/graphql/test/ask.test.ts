import { expect, test } from 'vitest';
import { ada, anOrder, aShop, bob, codeOf, manager, operator, usd, withStep } from './shop.ts';

const order = (selection: string) => `{ order(id: "ORD-1") { ${selection} } }`;

test('a customer reads an order, with exact money', async () => {
  const shop = aShop();

  const answer = await shop.as(ada).asks(
    order(`id status progress currentStep requiresApproval plan revision createdAt closedAt asOf
      total { amount currencyCode } shippingAddress { street state country }
      items { sku name quantity unitPrice { amount } lineTotal { amount } }`),
  );

  expect(answer).toEqual({
    data: {
      order: {
        id: 'ORD-1',
        status: 'RECEIVED',
        progress: 0,
        currentStep: null,
        requiresApproval: true,
        plan: 'AUTHORIZE_FIRST',
        revision: 0,
        createdAt: '2026-01-02T03:04:05.000Z',
        closedAt: null,
        asOf: '2026-01-02T03:05:05.000Z',
        total: { amount: '25.00', currencyCode: 'USD' },
        shippingAddress: { street: '1 Main St', state: null, country: 'US' },
        items: [
          { sku: 'MUG', name: 'Mug', quantity: 2, unitPrice: { amount: '12.50' }, lineTotal: { amount: '25.00' } },
        ],
      },
    },
  });
});

test('payment, shipment and failure are null until they exist', async () => {
  const begun = anOrder({
    payment: { id: 'pay-1', status: 'CAPTURED', authorized: usd(2500), captured: usd(2500), refunded: null },
    shipment: { status: 'LABELED', carrier: 'Snail', trackingNumber: 'T-1' },
    failure: { code: 'CANCELLED', message: 'Cancelled: changed my mind', step: 'DISPATCH_CARRIER' },
  });
  const selection =
    'payment { id status captured { amount } refunded { amount } } shipment { carrier trackingNumber labelPercent status } failure { code message step }';

  const before = await aShop().as(ada).asks(order(selection));
  const after = await aShop({ orders: [withStep(begun, 'CREATE_LABEL', { status: 'COMPLETED' })] })
    .as(ada)
    .asks(order(selection));

  expect(before.data).toEqual({ order: { payment: null, shipment: null, failure: null } });
  expect(after.data).toEqual({
    order: {
      payment: { id: 'pay-1', status: 'CAPTURED', captured: { amount: '25.00' }, refunded: null },
      shipment: { carrier: 'Snail', trackingNumber: 'T-1', labelPercent: 100, status: 'LABELED' },
      failure: { code: 'CANCELLED', message: 'Cancelled: changed my mind', step: 'DISPATCH_CARRIER' },
    },
  });
});

test('an unknown order is null, and an impossible id is not looked up', async () => {
  const shop = aShop();

  const answer = await shop
    .as(manager)
    .asks('{ unknown: order(id: "ORD-2") { id } odd: order(id: "../x y") { id } run: node(id: "RUN-1") { id } }');

  expect(answer).toEqual({ data: { unknown: null, odd: null, run: null } });
  expect(shop.lookedUp).toEqual(['ORD-2']);
});

test('a node is found by a readable id', async () => {
  const shop = aShop();

  const answer = await shop
    .as(ada)
    .asks('{ node(id: "ORD-1") { __typename id } nodes(ids: ["STO-1", "ORD-1", "ORD-9", "ORD-1"]) { id } }');

  expect(answer.data).toEqual({
    node: { __typename: 'Order', id: 'ORD-1' },
    nodes: [null, { id: 'ORD-1' }, null, { id: 'ORD-1' }],
  });
  expect(shop.lookedUp).toEqual(['ORD-1', 'ORD-1', 'ORD-9']);
});

test('at most a hundred nodes can be requested at once', async () => {
  const ids = Array.from({ length: 101 }, (_, at) => `ORD-${at}`);

  const answer = await aShop().as(ada).asks('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });

  expect(codeOf(answer)).toBe('BAD_USER_INPUT');
});

test('only an operator gets the link to the engine', async () => {
  const shop = aShop();
  const links = order('links { temporalUi }');

  const answers = await Promise.all([ada, manager, operator].map((viewer) => shop.as(viewer).asks(links)));

  expect(answers.map(({ data }) => data)).toEqual([
    { order: { links: null } },
    { order: { links: null } },
    { order: { links: { temporalUi: 'http://temporal.test/order-ORD-1' } } },
  ]);
});

test.each([
  ['a customer', ada, ['CANCEL', 'ADD_ITEM', 'CHANGE_ADDRESS']],
  ['a manager', manager, ['APPROVE', 'REJECT', 'CANCEL', 'ADD_ITEM', 'CHANGE_ADDRESS']],
  ['an operator', operator, ['APPROVE', 'REJECT', 'CANCEL', 'ADD_ITEM', 'CHANGE_ADDRESS', 'CANCEL_WORKFLOW']],
])('%s gets the available actions of an order that awaits approval', async (_, viewer, availableActions) => {
  const shop = aShop({ orders: [anOrder({ status: 'AWAITING_APPROVAL' })] });

  const answer = await shop.as(viewer).asks(order('availableActions'));

  expect(answer.data).toEqual({ order: { availableActions } });
});

test('a shipped order has no available actions', async () => {
  const shop = aShop({ orders: [anOrder({ status: 'SHIPPED' })] });

  const answer = await shop.as(operator).asks(order('availableActions'));

  expect(answer.data).toEqual({ order: { availableActions: [] } });
});

test('everyone can query their identity', async () => {
  const answer = await aShop().as(manager).asks('{ viewer { id role } }');

  expect(answer).toEqual({ data: { viewer: { id: 'mia', role: 'MANAGER' } } });
});

test('the catalogue shows a price in dollars, or the only existing one', async () => {
  const answer = await aShop().as(bob).asks('{ catalogue { sku name price { amount currencyCode } available } }');

  expect(answer.data).toEqual({
    catalogue: [
      { sku: 'MUG', name: 'Mug', price: { amount: '12.50', currencyCode: 'USD' }, available: 7 },
      { sku: 'FAN', name: 'Fan', price: { amount: '1500', currencyCode: 'JPY' }, available: 3 },
    ],
  });
});
