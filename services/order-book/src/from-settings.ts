import { acceptedServiceTokensFrom, requireDurableTables, type SettingsOf } from '@waybill/contracts/settings';

/** The address and the database of the order book, from its settings. */
export function partsFrom(settings: SettingsOf<'order-book'>) {
  const { WAYBILL_ORDER_BOOK_HOST: host, WAYBILL_ORDER_BOOK_PORT: port } = settings;
  const allowedHosts = new Set(settings.WAYBILL_ALLOWED_HOSTS);
  return {
    host,
    port,
    drainDelayMs: settings.WAYBILL_DRAIN_DELAY,
    guard: { allowedHosts, serviceTokens: acceptedServiceTokensFrom(settings, host) },
    ...tablesFrom(settings),
  };
}

type Kept = Pick<
  SettingsOf<'order-book'>,
  'NODE_ENV' | 'DATABASE_URL' | 'WAYBILL_DATABASE_CONNECTIONS' | 'WAYBILL_ORDER_BOOK_DATA'
>;

/** The database of the order book. Throws `BadSettings` in production if there is neither a server nor a folder. */
export function tablesFrom(kept: Kept) {
  requireDurableTables(kept, 'WAYBILL_ORDER_BOOK_DATA');
  return {
    databaseUrl: kept.DATABASE_URL,
    connections: kept.WAYBILL_DATABASE_CONNECTIONS,
    dataDir: kept.WAYBILL_ORDER_BOOK_DATA,
    dataDirSetting: 'WAYBILL_ORDER_BOOK_DATA',
  };
}
