import { type Operation, operations, type Plan, type Share } from './plan.ts';

export const profiles = ['calm', 'storm', 'flaky'] as const;
export type Profile = (typeof profiles)[number];

const always: Share[] = [{ outcome: 'success', percent: 100 }];

const aThirdEach: Share[] = [
  { outcome: 'success', percent: 34 },
  { outcome: 'server_error', percent: 33 },
  { outcome: 'timeout', percent: 33 },
];

const nineInTen: Share[] = [
  { outcome: 'success', percent: 90 },
  { outcome: 'timeout', percent: 10 },
];

const nineInTenOrError: Share[] = [
  { outcome: 'success', percent: 90 },
  { outcome: 'server_error', percent: 10 },
];

const plain = (shares: Share[]): Plan =>
  Object.fromEntries(operations.map((operation) => [operation, shares])) as Record<Operation, Share[]>;

/** The tables of each profile. */
export const plans: Readonly<Record<Profile, Plan>> = {
  calm: plain(always),
  flaky: plain(aThirdEach),
  storm: {
    'payment.authorize': [
      { outcome: 'success', percent: 40 },
      { outcome: 'insufficient_funds', percent: 30 },
      { outcome: 'timeout', percent: 20 },
      { outcome: 'server_error', percent: 10 },
    ],
    'payment.capture': [
      { outcome: 'success', percent: 70 },
      { outcome: 'already_captured', percent: 20 },
      { outcome: 'authorization_expired', percent: 10 },
    ],
    'payment.release': nineInTen,
    'payment.refund': [
      { outcome: 'success', percent: 80 },
      { outcome: 'already_refunded', percent: 10 },
      { outcome: 'timeout', percent: 10 },
    ],
    'inventory.reserve': [
      { outcome: 'success', percent: 50 },
      { outcome: 'out_of_stock', percent: 30 },
      { outcome: 'timeout', percent: 10 },
      { outcome: 'server_error', percent: 10 },
    ],
    'inventory.release': nineInTen,
    'inventory.check': always,
    'shipping.prepare': aThirdEach,
    'shipping.label': [
      { outcome: 'success', percent: 60 },
      { outcome: 'address_refused', percent: 20 },
      { outcome: 'timeout', percent: 10 },
      { outcome: 'carrier_error', percent: 10 },
    ],
    'shipping.dispatch': aThirdEach,
    'shipping.cancel': nineInTen,
    'notification.send': [
      { outcome: 'success', percent: 80 },
      { outcome: 'temporary_failure', percent: 15 },
      { outcome: 'invalid_recipient', percent: 5 },
    ],
    'context.location': nineInTenOrError,
    'context.weather': nineInTenOrError,
    'context.cat_fact': nineInTenOrError,
    'customer.profile': nineInTenOrError,
    'customer.recommendations': nineInTenOrError,
  },
};
