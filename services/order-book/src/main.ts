import { runService, settingsOf } from '@waybill/platform';
import { startOrderBook } from './start.ts';

const { settings, log } = settingsOf('order-book');

await runService(log, async () => {
  const server = await startOrderBook({
    log,
    host: settings.WAYBILL_ORDER_BOOK_HOST,
    port: settings.WAYBILL_ORDER_BOOK_PORT,
    databaseUrl: settings.DATABASE_URL,
    dataDir: settings.WAYBILL_ORDER_BOOK_DATA,
    now: () => new Date(),
  });
  log.info({ url: server.url, kept: settings.DATABASE_URL ? 'in Postgres' : 'in process' }, 'the order book is open');
  return server;
});
