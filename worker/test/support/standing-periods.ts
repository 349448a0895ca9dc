import { type StandingOrderRun, standingOrderAsStarted } from '@waybill/contracts/domain';
import { type CarriedPeriods, Periods } from '../../src/workflows/runs/standing/periods.ts';
import { createRhythm } from '../../src/workflows/runs/standing/rhythm.ts';
import { RunRecord } from '../../src/workflows/runs/state/run-record.ts';
import { minuteMs, started } from '../simulation/standing-schedule.ts';

const firstMs = Date.parse(started.firstAt);
/** The moment so many minutes after the first period is due: each further one is due a minute later. */
export const msAt = (minutes: number) => firstMs + minutes * minuteMs;
export const at = (minutes: number) => new Date(msAt(minutes)).toISOString();

export const [always, never] = [() => true, () => false];

export function aStandingOrder({ times = null, ...carried }: Partial<CarriedPeriods> & { times?: number | null } = {}) {
  const record = new RunRecord<StandingOrderRun>(standingOrderAsStarted({ ...started, times }));
  const rhythm = createRhythm(started.firstAt, started.everyMs);
  const periods = new Periods(record, rhythm, { next: 0, skipped: null, ...carried });
  const places = (minutes: number) => {
    const period = periods.take(msAt(minutes));
    if (period) periods.placed(period, 1);
    return period?.number;
  };
  return { periods, places, state: record.state, journal: () => record.entriesAfter(0) };
}
