import { runCommand, settingsOf } from '@waybill/platform';
import { compactChanges } from './infrastructure/compact.ts';
import { openTables } from './infrastructure/open-books.ts';

const { settings, log } = settingsOf('order-book');

await runCommand(log, async () => {
  const { DATABASE_URL: databaseUrl, WAYBILL_ORDER_BOOK_DATA: dataDir } = settings;
  const { patiently, close } = await openTables({ databaseUrl, dataDir });
  await patiently((query) => compactChanges(query, new Date())).finally(close);
  log.info('the change feed is compacted');
});
