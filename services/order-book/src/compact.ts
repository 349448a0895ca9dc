import { runCommand, settingsOf } from '@waybill/platform';
import { tablesFrom } from './from-settings.ts';
import { compactChanges } from './infrastructure/compact.ts';
import { openTables } from './infrastructure/open-books.ts';

const { settings, log } = settingsOf('order-book');

await runCommand(log, async () => {
  const { patiently, close } = await openTables(tablesFrom(settings));
  await patiently((query) => compactChanges(query, new Date())).finally(close);
  log.info('the change feed is compacted');
});
