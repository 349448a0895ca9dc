import { condition, defineQuery, proxyActivities, setHandler } from '@temporalio/workflow';

const { nothing } = proxyActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '10s' });

/** As many activities as an order has, one after another. */
export async function bare(activities: number): Promise<void> {
  for (let done = 0; done < activities; done++) await nothing();
}

/** Waits for ever. */
export async function idle(): Promise<void> {
  setHandler(defineQuery('empty'), () => null);
  await condition(() => false);
}
