import { runCommand, settingsOf } from '@waybill/platform';
import { tablesFrom } from './from-settings.ts';
import { openTables } from './infrastructure/open-books.ts';

const { settings, log } = settingsOf('order-book');

await runCommand(log, async () => {
  const { close } = await openTables(tablesFrom(settings));
  await close();
  log.info('the tables of the order book are up to date');
});
