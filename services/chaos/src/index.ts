import type { SettingsOf } from '@waybill/contracts/settings';
import { type Metrics, type Served, serve } from '@waybill/platform';
import { createChaosApp, type Memory } from './app.ts';
import { pause, systemClock, until } from './clock.ts';
import { partsFrom } from './from-settings.ts';
import { openTables } from './open-tables.ts';

/** The providers on their port, with their database. */
export async function startChaos(
  settings: SettingsOf<'chaos'>,
  { registry, memory }: Partial<Pick<Metrics, 'registry'>> & { memory?: Memory } = {},
): Promise<Served> {
  const { log, listening, tables, behaviour } = partsFrom(settings);
  const database = await openTables({ ...tables, registry });
  const newId = () => crypto.randomUUID();
  const app = createChaosApp({ database, log, registry, now: systemClock, newId, until, pause, ...behaviour }, memory);
  const served = await serve(app, { ...listening, log });
  log.info({ url: served.url }, 'ready');
  return {
    ...served,
    close: () => served.drain().then(served.close).finally(database.close),
  };
}
