import { expect, test } from 'vitest';
import * as errors from '../src/index.ts';
import { addItem, approve, because, cancel, changeAddress, elsewhere, oneMore, reject, said } from './commands.ts';
import { ada, anOrder, aShop, codeOf, home, manager, operator, usd } from './shop.ts';

test.each([
  ['approve', approve, said(), { name: 'approve', note: null }],
  ['approve with a note', approve, said({ note: 'Known\ncustomer' }), { name: 'approve', note: 'Known\ncustomer' }],
  ['reject', reject, because(), { name: 'reject', reason: 'Too many mugs' }],
  ['cancel', cancel, because(), { name: 'cancel', reason: 'Too many mugs' }],
  [
    'add an item',
    addItem,
    oneMore(),
    { name: 'addItem', item: { sku: 'MUG', name: 'Mug', quantity: 1, unitPrice: usd(1250) } },
  ],
  [
    'change the address',
    changeAddress,
    elsewhere(),
    { name: 'changeAddress', address: { ...home, city: 'Shelbyville' } },
  ],
])('to %s reaches the order once', async (_, query, variables, command) => {
  const shop = aShop();

  await shop.as(manager).asks(query, variables);
  await shop.as(operator).asks(query, { input: { ...variables.input, commandId: 'c:1' } });

  expect(shop.reached).toEqual([
    ['command', { orderId: 'ORD-1', commandId: null, ...command }],
    ['command', { orderId: 'ORD-1', commandId: 'c:1', ...command }],
  ]);
});

test('an added item is priced in the currency of its order', async () => {
  const shop = aShop({ orders: [anOrder({ total: { amountMinor: 1200, currencyCode: 'EUR' } })] });

  await shop.as(ada).asks(addItem, oneMore());

  const unitPrice = { amountMinor: 1200, currencyCode: 'EUR' };
  expect(shop.reached).toEqual([
    ['command', expect.objectContaining({ item: { sku: 'MUG', name: 'Mug', quantity: 1, unitPrice } })],
  ]);
});

test.each([
  ['approve', approve, said(), 'ApproveOrderPayload'],
  ['reject', reject, because(), 'RejectOrderPayload'],
  ['cancel', cancel, because(), 'CancelOrderPayload'],
  ['add an item', addItem, oneMore(), 'AddOrderItemPayload'],
  ['change the address', changeAddress, elsewhere(), 'ChangeShippingAddressPayload'],
])('an accepted verdict on %s returns the order', async (_, query, variables, type) => {
  const withOrder = query.replace('__typename', `__typename ... on ${type} { order { id status } }`);

  const answer = await aShop().as(manager).asks(withOrder, variables);

  const payload = { __typename: type, order: { id: 'ORD-1', status: 'RECEIVED' } };
  expect(Object.values(answer.data ?? {})).toEqual([payload]);
});

const commands = {
  approve: [approve, said()],
  reject: [reject, because()],
  cancel: [cancel, because()],
  addItem: [addItem, oneMore()],
  changeAddress: [changeAddress, elsewhere()],
} as const;
const all = Object.keys(commands) as (keyof typeof commands)[];

const invalid = new errors.InvalidInput([{ path: ['reason'], message: 'is rude' }]);
const conflict = new errors.IdempotencyConflict('ORD-1', 'Command c-1 was another');

test.each([
  [all, invalid, { code: 'INVALID_INPUT', fields: invalid.fields }],
  [all, conflict, { code: 'IDEMPOTENCY_CONFLICT', orderId: 'ORD-1' }],
  [all, new errors.OrderNotFound('ORD-1'), { code: 'ORDER_NOT_FOUND' }],
  [all, new errors.OrderClosed('ORD-1', 'FAILED'), { code: 'ORDER_CLOSED', status: 'FAILED' }],
  [all, new errors.VerdictPending('c-9'), { code: 'VERDICT_PENDING', commandId: 'c-9' }],
  [
    ['approve', 'reject', 'addItem'] as const,
    new errors.OrderNotAwaitingApproval('ORD-1', 'PROCESSING'),
    { code: 'ORDER_NOT_AWAITING_APPROVAL', status: 'PROCESSING' },
  ],
  [['cancel'] as const, new errors.AlreadyShipped('ORD-1'), { code: 'ALREADY_SHIPPED' }],
  [['addItem'] as const, new errors.PaymentRefused('The card is at its limit'), { code: 'PAYMENT_REFUSED' }],
  [['changeAddress'] as const, new errors.AddressLocked('ORD-1'), { code: 'ADDRESS_LOCKED' }],
])('for %j, %s is a named error', async (names, refusal, fields) => {
  const shop = aShop({ refusal });

  const answers = await Promise.all(names.map((name) => shop.as(manager).asks(...commands[name])));

  const named = { __typename: refusal.name, ...fields };
  expect(answers.flatMap(({ data }) => Object.values(data ?? {}))).toEqual(names.map(() => named));
});

test.each([
  ['cancel', new errors.AddressLocked('ORD-1')],
  ['approve', new errors.AlreadyShipped('ORD-1')],
  ['changeAddress', new Error('connect ECONNREFUSED postgres://waybill:secret@db')],
] as const)('for %s, "%s" is a fault, and masked', async (name, refusal) => {
  const answer = await aShop({ refusal })
    .as(manager)
    .asks(...commands[name]);

  expect(codeOf(answer)).toBe('INTERNAL_SERVER_ERROR');
  expect(JSON.stringify(answer)).not.toContain(refusal.message);
});

const shape = 'must be 1 to 64 letters, digits, dots, dashes, underscores or colons, the first a letter or digit';

test.each([
  ['a command id with a blank', approve, said({ commandId: 'a b' }), 'commandId', shape],
  ['an empty command id', reject, because({ commandId: '' }), 'commandId', shape],
  ['an endless command id', cancel, because({ commandId: 'c'.repeat(65) }), 'commandId', shape],
  ['a blank note', approve, said({ note: ' \n ' }), 'note', 'must not be blank'],
  ['an endless note', approve, said({ note: 'x'.repeat(501) }), 'note', 'must be at most 500 characters'],
  ['a blank reason', reject, because({ reason: '' }), 'reason', 'must not be blank'],
  ['a bell in the reason', cancel, because({ reason: 'ding \u0007' }), 'reason', 'must be plain text'],
  ['an unknown product', addItem, oneMore({ sku: 'UFO' }), 'item.sku', 'is not in the catalogue'],
  ['a quantity of nothing', addItem, oneMore({ quantity: 0 }), 'item.quantity', 'must be at least 1'],
  ['half a cent', addItem, oneMore({ price: '0.005' }), 'item.price', 'must have at most 2 decimals in USD'],
  [
    'no country',
    changeAddress,
    elsewhere({ country: 'Germany' }),
    'address.country',
    'is not an ISO 3166-1 alpha-2 country',
  ],
])('a command with %s is refused, with the path of the field', async (_, query, variables, path, message) => {
  const shop = aShop();

  const answer = await shop.as(manager).asks(query, variables);

  const problem = { code: 'INVALID_INPUT', fields: [{ path: path.split('.'), message }] };
  expect(Object.values(answer.data ?? {})).toEqual([{ __typename: 'InvalidInput', ...problem }]);
  expect(shop.reached).toEqual([]);
});
