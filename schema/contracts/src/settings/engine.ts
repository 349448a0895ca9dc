import { knownPort } from './kinds.ts';
import type { Settings } from './setting.ts';

/** The engine that `npm start` starts. */
export const engine = {
  WAYBILL_TEMPORAL_PORT: {
    is: knownPort,
    default: '7233',
    by: ['stack'],
    means: 'the port that the engine listens on',
  },
  WAYBILL_TEMPORAL_UI_PORT: { is: knownPort, default: '8233', by: ['stack'], means: 'the port that its UI listens on' },
} as const satisfies Settings;
