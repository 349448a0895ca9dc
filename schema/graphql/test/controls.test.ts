import { expect, test } from 'vitest';
import { aRun } from './a-run.ts';
import { anInput, aShop, home, operator } from './shop.ts';

const mutation = (name: string, type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on InvalidInput { fields { path message } } } }`;

type Row = [field: string, document: string, input: (text: string) => object];

const order = { orderId: 'ORD-1' };
const place = (over: (text: string) => object) => (text: string) => anInput(over(text));
const shipped = (name: string): Row => [
  `shippingAddress.${name}`,
  mutation('placeOrder'),
  place((text) => ({ shippingAddress: { ...home, [name]: text } })),
];
const told = (name: string): Row => [
  'note',
  mutation(name, 'StandingOrderCommandInput'),
  (note) => ({ id: 'STO-1', note }),
];

/** The texts of people that the API takes. */
const rows: readonly Row[] = [
  ['customerId', mutation('placeOrder'), place((customerId) => ({ customerId }))],
  ...['street', 'city', 'state', 'zip'].map(shipped),
  ['address.city', mutation('changeShippingAddress'), (city) => ({ ...order, address: { ...home, city } })],
  ['address.street', mutation('updateShippingAddress'), (street) => ({ ...order, address: { street } })],
  ['note', mutation('approveOrder'), (note) => ({ ...order, note })],
  ['reason', mutation('rejectOrder'), (reason) => ({ ...order, reason })],
  ['reason', mutation('cancelOrder'), (reason) => ({ ...order, reason })],
  ['reason', mutation('giveUpOrderStep'), (reason) => ({ ...order, step: 'CREATE_LABEL', reason })],
  ['note', mutation('settleCompensation'), (note) => ({ ...order, undoes: 'CAPTURE_PAYMENT', note })],
  ['name', mutation('greet'), (name) => ({ name })],
  ['userId', mutation('startUserContext'), (userId) => ({ userId })],
  ['customerId', mutation('startPayment'), (customerId) => ({ orderId: 'SHOP-1', customerId, amount: '1.00' })],
  [
    'order.shippingAddress.city',
    mutation('startStandingOrder'),
    (city) => ({ every: 'P1D', order: anInput({ shippingAddress: { ...home, city } }) }),
  ],
  ['reason', mutation('refundPayment'), (reason) => ({ id: 'RUN-1', reason })],
  ['reason', mutation('cancelWorkflow'), (reason) => ({ id: 'RUN-1', reason })],
  ...['pauseStandingOrder', 'resumeStandingOrder', 'skipStandingOrder', 'stopStandingOrder'].map(told),
];

const controls = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'];
const others = ['\u2061', '\u2064', '\u206a', '\u206f', '\ufeff', '\ufff9', '\u{e0001}'];

const aBusyShop = () => aShop({ runs: [aRun('PAYMENT'), aRun('STANDING_ORDER')] });

const named = rows.map(([field, document, input]) => [field, /\{ (\w+)/.exec(document)?.[1], document, input] as const);

test.each(named)('%s of %s has no character that reverses or hides text', async (field, _, document, input) => {
  const messages = [];
  for (const control of [...controls, ...others]) {
    const shop = aBusyShop();
    const { data, errors } = await shop.as(operator).asks(document, { input: input(`a${control}b`) });
    messages.push({ control, errors, said: Object.values(data ?? {}), reached: shop.reached });
  }

  const fields = [{ path: field.split('.'), message: 'must have no control characters that reverse or hide text' }];
  expect(messages).toEqual(
    [...controls, ...others].map((control) => ({
      control,
      errors: undefined,
      reached: [],
      said: [{ __typename: 'InvalidInput', fields }],
    })),
  );
});

const texts = [
  'שדרות רוטשילד 1',
  'شارع الحمرا',
  'רח\u05f3 הרצל\u200f 5',
  'می\u200cخواهم',
  '👩\u200d🚀 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} ❤\ufe0f',
];

test.each(named.filter(([field]) => !/zip|customerId|userId/.test(field)))(
  '%s of %s may be in any script, with emoji',
  async (_, __, document, input) => {
    for (const text of texts) {
      const { data } = await aBusyShop()
        .as(operator)
        .asks(document, { input: input(text) });

      expect(Object.values(data ?? {})).toEqual([{ __typename: expect.stringMatching(/Payload$/) }]);
    }
  },
);
