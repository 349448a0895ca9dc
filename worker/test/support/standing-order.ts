import { started } from '../simulation/standing-schedule.ts';
import type { RunContent } from './test-run.ts';

/** A standing order that places its first order in an hour. */
export const placingInAnHour = (): RunContent[0] => ({
  kind: 'STANDING_ORDER',
  every: 'P1D',
  everyMs: 86_400_000,
  firstAt: new Date(Date.now() + 3_600_000).toISOString(),
  times: null,
  template: started.template,
});
