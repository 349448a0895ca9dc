import { knownPort } from './kinds.ts';
import type { Settings } from './setting.ts';

/** The engine that `npm start` starts. */
export const engine = {
  WAYBILL_TEMPORAL_PORT: { is: knownPort, default: '7233', by: ['stack'], means: 'where the engine listens' },
  WAYBILL_TEMPORAL_UI_PORT: { is: knownPort, default: '8233', by: ['stack'], means: 'where its UI listens' },
} as const satisfies Settings;
