import { count, oneOf, onOff, url } from './kinds.ts';
import { userToken } from './secrets.ts';
import type { Settings } from './setting.ts';

/** The settings that only tests and clients read. */
export const testing = {
  WAYBILL_PROVE: {
    is: onOff,
    default: 'off',
    by: ['tests'],
    means: 'whether the tests also run the long variants',
  },
  WAYBILL_SIMULATED_SCHEDULES: {
    is: count,
    default: '20',
    by: ['tests'],
    means: 'the number of random schedules on the simulated engine',
  },
  WAYBILL_REFUND_SCHEDULES: {
    is: count,
    default: '20',
    by: ['tests'],
    means: 'the number of random schedules of payments and their refunds that are played against the simulated engine',
  },
  WAYBILL_STANDING_SCHEDULES: {
    is: count,
    default: '4',
    by: ['tests'],
    means: 'the number of random schedules of standing orders that are played against the simulated engine',
  },
  WAYBILL_MODEL_SCHEDULES: {
    is: count,
    default: '5',
    by: ['tests'],
    means: 'the number of random schedules on a real engine',
  },
  WAYBILL_MODEL_SEED: { is: count, default: '5', by: ['tests'], means: 'the seed of the schedules' },
  WAYBILL_HOSTILE_CONNECTIONS: {
    is: count,
    default: '50',
    by: ['tests'],
    means: 'the number of random hostile connections to each service, and to the connection limit of the gateway',
  },
  WAYBILL_HOSTILE_REQUESTS: {
    is: count,
    default: '1500',
    by: ['tests'],
    means: 'the number of distinct hostile requests after which the memory of the gateway must not have grown',
  },
  WAYBILL_HOSTILE_SEED: { is: count, default: '12', by: ['tests'], means: 'the seed of the connections' },
  WAYBILL_RECORD: { is: oneOf('1'), by: ['tests'], means: 'records the histories that the replay test replays' },
  WAYBILL_STANDING_PERIODS: {
    is: count,
    default: '300',
    by: ['tests'],
    means: 'the number of periods for which a standing order is simulated',
  },
  WAYBILL_URL: { is: url, by: ['clients'], means: 'the gateway that the command line and the examples call' },
  WAYBILL_TOKEN: { is: userToken, by: ['clients'], means: 'the token that the command line sends' },
} as const satisfies Settings;
