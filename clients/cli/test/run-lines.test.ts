import type { RunDetailsFragment } from '@waybill/client';
import { expect, test } from 'vitest';
import { contentLines } from '../src/output/run-content.ts';
import { runText } from '../src/output/run-lines.ts';

const money = (amount: string) => ({ amount, currencyCode: 'USD' });
const aRun = (run: object) => ({ id: 'RUN-1', progress: null, failure: null, ...run }) as RunDetailsFragment;

test('a payment says how much of it was refunded', () => {
  const of = { __typename: 'PaymentRun', kind: 'PAYMENT', status: 'COMPLETED', amount: money('20.00') };
  const payment = (refunded: string) => ({ status: 'CAPTURED', refunded: money(refunded) });

  const lines = ['0.00', '5.00'].map((refunded) => runText(aRun({ ...of, payment: payment(refunded) })));

  expect(lines).toEqual([
    'RUN-1  PAYMENT  COMPLETED  CAPTURED 20.00 USD',
    'RUN-1  PAYMENT  COMPLETED  CAPTURED 20.00 USD, 5.00 refunded',
  ]);
});

test('a standing order says how many it has placed of how many, and when the next one comes', () => {
  const of = {
    __typename: 'StandingOrder',
    kind: 'STANDING_ORDER',
    status: 'RUNNING',
    placed: 1,
    every: 'PT1M',
    nextAt: '2026-01-01T18:08:00.000Z',
  };

  const lines = [
    runText(aRun({ ...of, times: null, skipsNext: false })),
    runText(aRun({ ...of, times: 3, skipsNext: true })),
  ];

  expect(lines).toEqual([
    'RUN-1  STANDING_ORDER  RUNNING  placed 1, next at 2026-01-01T18:08:00.000Z',
    'RUN-1  STANDING_ORDER  RUNNING  placed 1 of 3, skips 2026-01-01T18:08:00.000Z, next at 2026-01-01T18:09:00.000Z',
  ]);
});

test('the status of a run shows what it is about, by its kind', () => {
  const place = { city: 'Berlin', country: 'DE' };
  const context = { location: place, weather: null, catFact: 'Cats sleep.', problems: [anOutage] };
  const standing = {
    every: 'PT1M',
    skipped: 1,
    missed: 0,
    pausedBy: 'olga',
    template,
    lastPlacements: [{ number: 1, at: '18:08', outcome: 'PLACED', orderId: 'ORD-1', problem: null }],
  };

  const lines = [
    contentLines(aRun({ __typename: 'UserContextRun', userId: 'ada', strategy: 'PARALLEL', context })),
    contentLines(aRun({ __typename: 'StandingOrder', ...standing })),
    contentLines(aRun({ __typename: 'GreetingRun', name: 'Ada', greeting: 'Hello' })),
    contentLines(aRun({ __typename: 'NewerRun' })),
  ];

  expect(lines).toEqual([
    [
      'User      ada, PARALLEL',
      'Location  Berlin, DE',
      'Cat fact  Cats sleep.',
      'Missing   WEATHER: No answer (TIMEOUT)',
    ],
    [
      'Every     PT1M, 1 skipped',
      'Paused    by olga',
      'Order     2 × MUG-001  for ada, AUTHORIZE_FIRST',
      '          to London',
      'Placement 1  18:08  PLACED  ORD-1',
    ],
    ['For       Ada', 'Greeting  Hello'],
    [],
  ]);
});

const anOutage = { part: 'WEATHER', code: 'TIMEOUT', message: 'No answer' };
const template = {
  customerId: 'ada',
  plan: 'AUTHORIZE_FIRST',
  shippingAddress: { city: 'London', state: null },
  items: [{ sku: 'MUG-001', quantity: 2, price: null }],
};

test('a payment shows its order, what was taken, and what can still be refunded', () => {
  const undo = { name: 'RELEASE_PAYMENT', undoes: 'AUTHORIZE_PAYMENT', status: 'COMPLETED', error: null };
  const run = {
    __typename: 'PaymentRun',
    orderId: 'SHOP-1',
    customerId: 'ada',
    amount: money('20.00'),
    payment: { id: 'PAY-1', status: 'CAPTURED', refunded: money('5.00') },
    refundable: money('15.00'),
    compensations: [undo],
  };

  expect(contentLines(aRun(run))).toEqual([
    'Order     SHOP-1 of ada, 20.00 USD',
    'Payment   PAY-1  CAPTURED 20.00 USD, 5.00 refunded',
    'Can still be refunded: 15.00 USD',
    '↩ RELEASE_PAYMENT (undoes AUTHORIZE_PAYMENT)  COMPLETED',
  ]);
});
