import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '@waybill/random';
import { withOwnEngine } from '@waybill/stack';
import { run } from '@waybill/torture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cluster, createCluster } from './production/cluster.ts';
import { createEngine, type ProductionEngine } from './production/engine.ts';

const seed = Number(process.env.WAYBILL_MODEL_SEED ?? 5);
const faults = 100;

let folder: string;
let cluster: Cluster;
let engine: ProductionEngine;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-production-'));
  cluster = await createCluster(folder);
  await cluster.start();
  engine = await createEngine(folder, cluster);
});
afterAll(async () => {
  await engine?.kill();
  await cluster?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The database of engine, order book and providers dies and comes back, again and again, until the campaign's faults are over. */
function startCrashes() {
  const random = createRandom(seed + 3);
  const over = new AbortController();
  let count = 0;
  const crash = async () => {
    for (;;) {
      await pause(random.between(15_000, 40_000), undefined, { signal: over.signal }).catch(() => undefined);
      if (over.signal.aborted) return count;
      await cluster.kill();
      await cluster.start();
      count += 1;
    }
  };
  const crashing = crash();
  return async () => {
    over.abort();
    return crashing;
  };
}

test(`a system on Temporal and Postgres loses and doubles nothing in ${faults} faults, while its database crashes, too`, async () => {
  const stopCrashes = startCrashes();
  let crashes = 0;
  const say = (line: string) => {
    console.log(line);
    if (line === 'the faults are over') void stopCrashes().then((count) => (crashes = count));
  };
  const env = {
    ...withOwnEngine(process.env),
    TEMPORAL_ADDRESS: engine.address,
    DATABASE_URL: cluster.url('postgres'),
  };

  const { orders, runs, invariants } = await run({ faults, seed, stateDir: join(folder, 'stack'), env, say, engine });

  console.log(`seed ${seed}: ${orders.length} orders, ${runs.length} runs, ${crashes} crashes of Postgres`);
  expect(crashes).toBeGreaterThan(0);
  expect(orders.length).toBeGreaterThan(0);
  expect(invariants.filter(({ violations }) => violations.length > 0)).toEqual([]);
}, 2_400_000);
