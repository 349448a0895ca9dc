import type { ChaosSettings, Context } from '../src/index.ts';
import { pageOf, type Reach } from './port-calls.ts';

const calm: ChaosSettings = {
  profile: 'CALM',
  seed: 'seed',
  operations: [
    {
      operation: 'payment.authorize',
      shares: [{ outcome: 'success', percent: 100 }],
      outcomes: ['success', 'timeout'],
    },
  ],
  pins: [],
  enabled: true,
};

const aCall = {
  cursor: '7',
  at: '2026-01-02T03:05:05.000Z',
  orderId: 'ORD-1',
  operation: 'payment.authorize',
  attempt: 2,
  outcome: 'timeout',
  pinned: false,
};

/** A port of the chaos service that does as it is told. */
export const createTestChaosPort = (reach: Reach): Context['chaos'] => ({
  settings: async () => calm,
  change: async (change) => {
    reach('change', change);
    return { ...calm, profile: change.profile ?? 'CUSTOM' };
  },
  pin: async (pin) => {
    reach('pin', pin);
    return calm;
  },
  reset: async () => {
    reach('reset');
    return calm;
  },
  log: async (query) => {
    reach('log', query);
    return pageOf([aCall]);
  },
  follow: (orderId, after) => {
    reach('follow', orderId, after);
    return (async function* () {
      yield aCall;
    })();
  },
});
