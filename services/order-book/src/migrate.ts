import { runCommand, settingsOf } from '@waybill/platform';
import { openTables } from './infrastructure/open-books.ts';

const { settings, log } = settingsOf('order-book');

await runCommand(log, async () => {
  const { close } = await openTables({ databaseUrl: settings.DATABASE_URL, dataDir: settings.WAYBILL_ORDER_BOOK_DATA });
  await close();
  log.info('the tables of the order book are up to date');
});
