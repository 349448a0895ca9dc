import { BadSettings } from './read.ts';

type Folder = 'WAYBILL_ORDER_BOOK_DATA' | 'WAYBILL_CHAOS_DATA';
type Given = { NODE_ENV?: string | undefined; DATABASE_URL?: string | undefined } & Partial<
  Record<Folder, string | undefined>
>;

/** Throws `BadSettings` in production if the tables would be kept in memory, where the end of the process deletes them. */
export function requireDurableTables(settings: Given, folder: Folder): void {
  if (settings.NODE_ENV !== 'production' || settings.DATABASE_URL || settings[folder]) return;
  throw new BadSettings(
    `DATABASE_URL: it or ${folder} is required in production; without them, everything is lost when the process ends`,
  );
}
