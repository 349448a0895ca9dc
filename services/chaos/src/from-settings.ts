import { acceptedServiceTokensFrom, requireDurableTables, type SettingsOf } from '@waybill/contracts/settings';
import { openLog } from '@waybill/platform';

/** Creates the options of the providers from their settings. */
export function partsFrom(settings: SettingsOf<'chaos'>) {
  const { WAYBILL_CHAOS_HOST: host, WAYBILL_CHAOS_PORT: port } = settings;
  const allowedHosts = new Set(settings.WAYBILL_ALLOWED_HOSTS);
  return {
    log: openLog('chaos', settings.LOG_LEVEL, undefined, settings.WAYBILL_WORKER_BUILD_ID),
    listening: {
      host,
      port,
      guard: { allowedHosts, serviceTokens: acceptedServiceTokensFrom(settings, host) },
      drainDelayMs: settings.WAYBILL_DRAIN_DELAY,
    },
    tables: tablesFrom(settings),
    behaviour: {
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
  };
}

type Kept = Pick<
  SettingsOf<'chaos'>,
  'NODE_ENV' | 'DATABASE_URL' | 'WAYBILL_DATABASE_CONNECTIONS' | 'WAYBILL_CHAOS_DATA'
>;

/** The database of the providers. Throws `BadSettings` in production if there is neither a server nor a folder. */
export function tablesFrom(kept: Kept) {
  requireDurableTables(kept, 'WAYBILL_CHAOS_DATA');
  return {
    url: kept.DATABASE_URL,
    connections: kept.WAYBILL_DATABASE_CONNECTIONS,
    dataDir: kept.WAYBILL_CHAOS_DATA,
    dataDirSetting: 'WAYBILL_CHAOS_DATA',
  };
}
