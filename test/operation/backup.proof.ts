import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Waybill } from '@waybill/client';
import { createRandom } from '@waybill/random';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aToken } from '../../services/gateway/test/support/tokens.ts';
import { type Ended, waybill } from '../command-line/waybill.ts';
import { type Fates, resumed } from './backup/fates.ts';
import { type Audited, readProviderAudit } from './backup/provider-audit.ts';
import { openShop, type Placement, type Shop } from './backup/shop.ts';
import { type Cluster, createCluster } from './production/cluster.ts';
import { createEngine, type ProductionEngine } from './production/engine.ts';
import { reportProgress } from './progress.ts';
import { fillShelves, type System, startSystem } from './system.ts';

const seed = Number(process.env.WAYBILL_MODEL_SEED ?? 5);
const random = createRandom(seed);

const kinds = ['order', 'waiting order', 'payment'] as const;

let folder: string;
let cluster: Cluster;
let engine: ProductionEngine;
let system: System;
let client: Waybill;
let repaired: Ended;
let audited: Audited = new Map();
let placements: Fates;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-backup-'));
  cluster = await createCluster(folder);
  await cluster.start();
  engine = await createEngine(folder, cluster);
  await start();
  await fillShelves(client);
  await cluster.backUp();
  reportProgress('a backup is made');
  const { taken, restoredTo, destroyedAt } = await loadedUntilDestroyed();
  reportProgress(`${taken.length} were placed, and all is destroyed`);

  await cluster.restore(restoredTo);
  await engine.start();
  await start();
  const servedAt = Date.now();
  reportProgress('requests are answered');
  placements = await resumed(client, taken);
  reportProgress('all are where they get by themselves');
  const again = Date.now();
  repaired = await repair();
  audited = await readProviderAudit(system.urls.chaos);

  const lost = [...placements.again, ...placements.forgotten].filter(({ answeredAt }) => answeredAt);
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  console.log(
    `seed ${seed}: ${taken.length} placed, ${lost.length} answered and lost; RPO ${seconds(destroyedAt - restoredTo.getTime())}, as chosen; RTO ${seconds(servedAt - destroyedAt)}, all caught up after ${seconds(again - destroyedAt)}; repair ${seconds(Date.now() - again)}\n${repaired.stderr}`,
  );
}, 900_000);

afterAll(async () => {
  client?.close();
  system?.stop();
  await engine?.kill();
  await cluster?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The product over what is there; the providers' books are their own. */
async function start(): Promise<void> {
  const DATABASE_URL = cluster.url('postgres');
  system = await startSystem(
    engine.address,
    { LOG_LEVEL: 'warn' },
    {
      chaos: { WAYBILL_CHAOS_DATA: join(folder, 'chaos') },
      book: { DATABASE_URL },
      worker: { WAYBILL_AUDIT_EVERY: 'PT5S' },
    },
  );
  client = await system.client();
}

/** The moment to go back to is random; all but the providers' files is gone when much has been done since. */
async function loadedUntilDestroyed() {
  const shop = openShop(client, random);
  await untilBegun(shop, 0);
  await pause(random.between(0, 3_000));
  const restoredTo = new Date();
  await untilBegun(shop, shop.placements.length);
  await pause(random.between(0, 3_000));
  const destroyedAt = Date.now();
  await Promise.all([cluster.destroy(), engine.kill()]);
  system.stop();
  client.close();
  await shop.close();
  return { taken: shop.placements, restoredTo, destroyedAt };
}

/** Until the providers have done something for some of each kind, of those that were placed from this one on. */
async function untilBegun(shop: Shop, from: number): Promise<void> {
  while (kinds.some((kind) => begunAmong(shop.placements.slice(from), kind) < 4)) {
    await pause(200);
    audited = await readProviderAudit(system.urls.chaos);
  }
}

const commandLine = async (...words: string[]) =>
  waybill(words, { WAYBILL_URL: `${system.urls.gateway}/graphql`, WAYBILL_TOKEN: await aToken() });

async function repair(): Promise<Ended> {
  let ended = await commandLine('audit', '--repair');
  while (ended.exit === 5) ended = { ...(await commandLine('audit')), stderr: ended.stderr };
  return ended;
}

/** How many of a kind the providers have done something for. */
const begunAmong = (those: readonly Placement[], kind: Placement['kind']) =>
  those.filter((each) => each.kind === kind && audited.get(each.id)?.effects.length).length;

const times = ({ id }: Placement, effect: string) =>
  (audited.get(id)?.effects ?? []).filter((each) => each === effect).length;

test('the backup lost some started orders of each kind, and has others', () => {
  for (const sort of ['kept', 'again', 'forgotten'] as const)
    for (const kind of kinds) expect(begunAmong(placements[sort], kind), `${kind}, ${sort}`).toBeGreaterThan(0);
});

test('restored orders continue, and orders that are placed again under their id have one effect', () => {
  const effects = (it: Placement) => [times(it, 'PAYMENT CAPTURED'), times(it, 'SHIPMENT DISPATCHED')];
  const expected = { order: [1, 1], 'waiting order': [0, 0], payment: [1, 0] };

  for (const placement of [...placements.kept, ...placements.again])
    expect({ ...placement, effects: effects(placement) }).toEqual({ ...placement, effects: expected[placement.kind] });
});

test('effects of lost orders and payments are undone', () => {
  for (const placement of placements.forgotten) {
    const { keptMinor = 0, openHoldMinor = 0, keptUnits = 0 } = audited.get(placement.id) ?? {};
    const shipments = times(placement, 'SHIPMENT DISPATCHED') - times(placement, 'SHIPMENT RECALLED');
    const kept = { keptMinor, openHoldMinor, keptUnits, shipments };
    const nothing = { keptMinor: 0, openHoldMinor: 0, keptUnits: 0, shipments: 0 };
    expect({ ...placement, ...kept }).toEqual({ ...placement, ...nothing });
  }
});

test('the books balance', () => {
  expect(repaired).toMatchObject({ exit: 0, stdout: expect.stringContaining('The books balance.') });
});
