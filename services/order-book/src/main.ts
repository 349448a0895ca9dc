import { runService, serviceTokenFrom, settingsOf } from '@waybill/platform';
import { startOrderBook } from './start.ts';

const { settings, log } = settingsOf('order-book');

await runService(log, async () => {
  const { WAYBILL_ORDER_BOOK_HOST: host } = settings;
  const allowedHosts = new Set(settings.WAYBILL_ALLOWED_HOSTS);
  const server = await startOrderBook({
    log,
    host,
    guard: { allowedHosts, serviceToken: serviceTokenFrom(settings, host) },
    port: settings.WAYBILL_ORDER_BOOK_PORT,
    databaseUrl: settings.DATABASE_URL,
    dataDir: settings.WAYBILL_ORDER_BOOK_DATA,
    now: () => new Date(),
  });
  log.info({ url: server.url, kept: settings.DATABASE_URL ? 'in Postgres' : 'in process' }, 'the order book is open');
  return server;
});
