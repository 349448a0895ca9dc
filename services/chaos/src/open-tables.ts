import { type Database, openDatabase } from '@waybill/platform';

type Settings = { DATABASE_URL?: string | undefined; WAYBILL_CHAOS_DATA?: string | undefined };

/** Opens the database of the providers, which brings its tables up to date. */
export const openTables = ({ DATABASE_URL: url, WAYBILL_CHAOS_DATA: dataDir }: Settings): Promise<Database> =>
  openDatabase({ url, dataDir, migrations: new URL('../migrations', import.meta.url), schema: 'chaos' });
