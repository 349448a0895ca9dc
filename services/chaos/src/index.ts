import type { SettingsOf } from '@waybill/contracts/settings';
import { faultLine, openLog, type Served, serve, serviceTokenFrom } from '@waybill/platform';
import { chaosApp, type Memory } from './app.ts';
import { sweepHourly } from './calls/sweep.ts';
import { pause, systemClock, until } from './clock.ts';
import { openTables } from './open-tables.ts';

/** The providers on their port, with their database. */
export async function startChaos(settings: SettingsOf<'chaos'>, memory?: Memory): Promise<Served> {
  const log = openLog('chaos', settings.LOG_LEVEL);
  const { WAYBILL_CHAOS_HOST: host, WAYBILL_CHAOS_PORT: port } = settings;
  const allowedHosts = new Set(settings.WAYBILL_ALLOWED_HOSTS);
  const guard = { allowedHosts, serviceToken: serviceTokenFrom(settings, host) };
  const database = await openTables(settings);
  const app = chaosApp(
    {
      database,
      log,
      now: systemClock,
      newId: () => crypto.randomUUID(),
      until,
      pause,
      labelTimeMs: settings.WAYBILL_LABEL_TIME,
      latencyMs: settings.WAYBILL_CHAOS_LATENCY,
      hangMs: settings.WAYBILL_CHAOS_HANG,
      slowMs: { from: settings.WAYBILL_CHAOS_SLOW_FROM, to: settings.WAYBILL_CHAOS_SLOW_TO },
      sources: {
        customers: settings.WAYBILL_CUSTOMERS_URL,
        location: settings.WAYBILL_LOCATION_URL,
        weather: settings.WAYBILL_WEATHER_URL,
        catFact: settings.WAYBILL_CAT_FACT_URL,
      },
      control: settings.CHAOS_CONTROL === 'on',
    },
    memory,
  );
  const served = await serve(app, { host, port, guard, log });
  const stopSweeping = sweepHourly(database, systemClock, (error) => log.warn({ error: faultLine(error) }, 'no sweep'));
  log.info({ url: served.url }, 'ready');
  return {
    url: served.url,
    close: async () => {
      stopSweeping();
      await served.close().finally(database.close);
    },
  };
}
