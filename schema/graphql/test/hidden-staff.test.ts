import { expect, test } from 'vitest';
import { aRun, aRunEntry } from './a-run.ts';
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

    const expected = 'detail' in actor ? actor : { ...actor, detail };
    expect(toCustomer).toEqual({ data: { order: { timeline: { nodes: [expected] } } } });
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

const text = 'The words of staff';
const theirs = { actor: 'mia', detail: { note: text } };
const giveUp = { actor: 'mia', type: 'STEP_GIVEN_UP', detail: { reason: text } } as const;
const refund = {
  actor: 'mia',
  type: 'REFUNDED',
  detail: { amount: { amountMinor: 5, currencyCode: 'USD' }, reason: text },
} as const;
const failure = { code: 'CANCELLED', message: text, step: null } as const;

const ofOrder = (order: object, journal: object = {}) => ({
  orders: [anOrder(order)],
  journal: [{ ...anEntry(1), ...journal }],
});
const ofRun = (run: object, entry: object = {}) => ({
  runs: [aRun('PAYMENT', run)],
  runJournal: [{ ...aRunEntry(1), ...entry }],
});
const approvedWith = { detail: { approvedBy: 'mia', note: text } };

const orderShown = `{ order(id: "ORD-1") {
  failure { message } steps { detail error { message } } compensations { note } timeline { nodes { detail } }
} }`;
const runShown = '{ workflowRun(id: "RUN-1") { failure { message } steps { detail } timeline { nodes { detail } } } }';
const events = 'subscription { orderEvents(id: "ORD-1") { detail } }';

/** Each free text of staff, on each surface that has it: hidden from customers, unless its description promises it. */
test.each<[string, Parameters<typeof aShop>[0], string, boolean]>([
  [
    'the note of an approval, in its step',
    { orders: [withStep(anOrder(), 'AWAIT_APPROVAL', approvedWith)] },
    orderShown,
    false,
  ],
  ['a note in the journal of an order', ofOrder({}, theirs), orderShown, false],
  ['a note in the events of an order', ofOrder({}, theirs), events, false],
  ['the reason of a step that was given up', ofOrder({}, giveUp), orderShown, true],
  ['the reason of a rejection or cancellation', ofOrder({ failure }), orderShown, true],
  ['the reason of a cancelled run', ofRun({ failure }), runShown, true],
  ['a note in the journal of a run', ofRun({}, theirs), runShown, false],
  ['the reason of a refund', ofRun({}, refund), runShown, false],
])('%s is for customers as its description says', async (_, shop, question, isShown) => {
  const shownTo = async (viewer: typeof ada) => {
    const { asks, follows } = aShop(shop).as(viewer);
    return JSON.stringify(await (question === events ? follows(question) : asks(question)));
  };

  const [toCustomer, toStaff] = await Promise.all([ada, operator].map(shownTo));

  expect(toStaff).toContain(text);
  expect(toCustomer?.includes(text)).toBe(isShown);
  expect(toCustomer).not.toContain('mia');
});

test('a customer reads the reason of an own refund', async () => {
  const own = { ...refund, actor: 'ada' };

  const shown = await aShop(ofRun({}, own)).as(ada).asks(runShown);

  expect(JSON.stringify(shown)).toContain(text);
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
