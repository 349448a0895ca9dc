import { expect, test } from 'vitest';
import { ada, anEntry, anOrder, aShop, codeOf, manager, operator, withStep } from './shop.ts';

const entryOf = (over: object) => aShop({ journal: [{ ...anEntry(1), ...over }] });
const journal = '{ order(id: "ORD-1") { timeline { nodes { actor detail } } } }';

test.each<[string, object, object, object]>([
  ['a manager', { actor: 'mia', detail: { note: 'VIP', approvedBy: 'mia', to: 'X' } }, { actor: null }, { to: 'X' }],
  ['the customer', { actor: 'ada', detail: { note: 'Thanks' } }, { actor: 'ada' }, { note: 'Thanks' }],
  ['a standing order', { actor: 'STO-1', detail: null }, { actor: 'STO-1', detail: null }, {}],
])(
  'of the actions of %s, customers see no names and notes of staff, and staff see everything',
  async (_, entry, actor, detail) => {
    const [toCustomer, toStaff] = await Promise.all(
      [ada, manager].map((viewer) => entryOf(entry).as(viewer).asks(journal)),
    );

    const told = 'detail' in actor ? actor : { ...actor, detail };
    expect(toCustomer).toEqual({ data: { order: { timeline: { nodes: [told] } } } });
    expect(toStaff).toEqual({ data: { order: { timeline: { nodes: [entry] } } } });
  },
);

test('only staff see who approved an order, in its step too', async () => {
  const approved = withStep(anOrder(), 'AWAIT_APPROVAL', { detail: { approvedBy: 'mia', note: 'VIP' } });
  const steps = (viewer: typeof ada) =>
    aShop({ orders: [approved] })
      .as(viewer)
      .asks('{ order(id: "ORD-1") { steps { name detail } } }');

  const [toCustomer, toStaff] = await Promise.all([steps(ada), steps(manager)]);

  expect(JSON.stringify(toCustomer)).not.toMatch(/mia|VIP/);
  expect(JSON.stringify(toStaff)).toContain('"detail":{"approvedBy":"mia","note":"VIP"}');
});

test.each([
  ['journal(actor: "\\u0000")', 'journal(actor: "\\u0000") { nodes { orderId } }'],
  ['journal(orderId: "a\\u0085")', 'journal(orderId: "a\\u0085") { nodes { orderId } }'],
  ['orderCounts(customerId: "\\u0000")', 'orderCounts(customerId: "\\u0000") { total }'],
])('%s is an error of the client', async (_, question) => {
  const shop = aShop();

  const answer = await shop.as(operator).asks(`{ ${question} }`);

  expect(codeOf(answer)).toBe('BAD_USER_INPUT');
  expect(shop.reached).toEqual([]);
});
