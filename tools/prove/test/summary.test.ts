import { summary } from '@waybill/prove';
import { expect, test } from 'vitest';

test('failed and skipped proofs are named, and the counts come last', () => {
  const lines = summary([
    { name: 'schedules', seconds: 80, outcome: 'passed' },
    { name: 'browser', seconds: 0, outcome: 'skipped', why: 'there is no chromium on this machine' },
    { name: 'deaths', seconds: 200, outcome: 'failed' },
  ]);

  expect(lines).toEqual([
    'skipped: browser (there is no chromium on this machine)',
    'failed: deaths',
    'Proofs: 1 passed, 1 failed, 1 skipped',
  ]);
});
