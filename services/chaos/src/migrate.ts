import { runCommand, settingsOf } from '@waybill/platform';
import { tablesFrom } from './from-settings.ts';
import { openTables } from './open-tables.ts';

const { settings, log } = settingsOf('chaos');

await runCommand(log, async () => {
  await (await openTables(tablesFrom(settings))).close();
  log.info('the tables of the providers are up to date');
});
