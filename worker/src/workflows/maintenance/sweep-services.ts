import { proxyActivities } from '@temporalio/workflow';
import type { SweepActivities } from '../../activities/sweep.ts';

const { sweepOrderBook, sweepProviders } = proxyActivities<SweepActivities>({
  startToCloseTimeout: '11m',
  scheduleToCloseTimeout: '6h',
  retry: { initialInterval: '10s', maximumInterval: '10m' },
});

/** Makes each service delete data beyond its retention; an unavailable service does not delay the other. */
export async function sweepServices(): Promise<void> {
  await Promise.all([sweepOrderBook(), sweepProviders()]);
}
