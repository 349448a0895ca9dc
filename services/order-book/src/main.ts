import { openLog, readSettings, runService } from '@waybill/platform';
import { z } from 'zod';
import { startOrderBook } from './start.ts';

const Settings = z.object({
  WAYBILL_ORDER_BOOK_HOST: z.string().default('127.0.0.1'),
  WAYBILL_ORDER_BOOK_PORT: z.coerce.number().int().min(0).max(65_535).default(3002),
  /** Where the books in this process keep their files; without it they are gone at the end. */
  WAYBILL_ORDER_BOOK_DATA: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  LOG_LEVEL: z.string().default('info'),
});

const log = openLog('order-book', process.env.LOG_LEVEL || 'info');

await runService(log, async () => {
  const settings = readSettings(Settings, process.env);
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
