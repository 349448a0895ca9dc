import type { StandingOrderRun } from '@waybill/contracts/domain';
import { describe, expect } from 'vitest';
import { scenario } from '../support/scenario.ts';
import { placing, shopsOf } from '../support/standing-order-run.ts';

describe('a standing order', () => {
  scenario('tells a period that was skipped, and whose time passed while it was paused', async ({ run, workers }) => {
    const stage = run(placing(null, 5_000));
    shopsOf(stage, workers);
    await stage.starts();
    await stage.until((order) => (order as StandingOrderRun).placed === 1);
    await stage.tells('skip');
    const { nextAt } = (await stage.until((order) => (order as StandingOrderRun).skipsNext)) as StandingOrderRun;
    await stage.tells('pause');
    await stage.until(({ status }) => status === 'PAUSED' && new Date().toISOString() > `${nextAt}`);
    await stage.tells('resume');
    await stage.until((order) => (order as StandingOrderRun).placed === 2);
    await stage.tells('stop');
    await stage.ends();

    const { skipped, placed, placements } = stage.book.run() as StandingOrderRun;
    expect({ skipped, placed }).toEqual({ skipped: 1, placed: 2 });
    expect(placements.map(({ number, outcome }) => [number, outcome])).toEqual([
      [3, 'PLACED'],
      [2, 'SKIPPED'],
      [1, 'PLACED'],
    ]);
  });
});
