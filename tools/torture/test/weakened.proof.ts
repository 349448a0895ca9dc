import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withOwnEngine } from '@waybill/stack';
import { lostCharges, run } from '@waybill/torture';
import { afterEach, expect, test } from 'vitest';

let stateDir = '';
afterEach(() => rm(stateDir, { recursive: true, force: true }));

test('a campaign finds the double charges of providers that forget earlier calls', async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'waybill-weakened-'));
  const { DATABASE_URL, ...env } = withOwnEngine(process.env);

  const { invariants, byStatus } = await run({
    faults: 0,
    seed: 3,
    stateDir,
    env,
    say: () => undefined,
    providers: 'services/chaos/testing/forgetful.ts',
    weather: lostCharges,
  });

  const broken = invariants.filter(({ violations }) => violations.length > 0).map(({ name }) => name);
  expect(byStatus.SHIPPED).toBeGreaterThan(0);
  expect(broken).toContain('every order is captured at most once');
  expect(broken).toContain('every order is paid in full when it shipped, and not at all when it did not');
  expect(invariants).toContainEqual({ name: 'every history replays', violations: [] }); // what does not replay is named
}, 180_000);
