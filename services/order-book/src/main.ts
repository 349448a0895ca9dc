import { runService, settingsOf } from '@waybill/platform';
import { partsFrom } from './from-settings.ts';
import { startOrderBook } from './start.ts';

const { settings, log } = settingsOf('order-book');

await runService(log, async () => {
  const server = await startOrderBook({ ...partsFrom(settings), log, now: () => new Date() });
  log.info({ url: server.url, kept: settings.DATABASE_URL ? 'in Postgres' : 'in process' }, 'the order book is open');
  return server;
});
