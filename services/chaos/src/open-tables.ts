import { type Database, type DatabaseSettings, openDatabase } from '@waybill/platform';

/** Opens the database of the providers, which brings its tables up to date. */
export const openTables = (
  kept: Pick<DatabaseSettings, 'url' | 'dataDir' | 'dataDirSetting' | 'connections' | 'registry'>,
): Promise<Database> =>
  openDatabase({ ...kept, migrations: new URL('../migrations', import.meta.url), schema: 'chaos' });
