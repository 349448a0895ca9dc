import { listeningBy, metricsAddress, openMetrics, openTracing, runService, settingsOf } from '@waybill/platform';
import { partsFrom } from './from-settings.ts';
import { startOrderBook } from './start.ts';

const { settings, log } = settingsOf('order-book');

await runService(log, async () => {
  const tracing = await openTracing('order-book', settings);
  const metrics = await openMetrics(metricsAddress(settings), log);
  const { registry } = metrics;
  const names = 'WAYBILL_ORDER_BOOK_HOST and WAYBILL_ORDER_BOOK_PORT';
  const starting = startOrderBook({ ...partsFrom(settings), log, registry, now: () => new Date() });
  const server = await listeningBy(names, starting);
  log.info({ url: server.url, kept: settings.DATABASE_URL ? 'in Postgres' : 'in process' }, 'the order book is ready');
  return {
    stopsWithinMs: settings.WAYBILL_DRAIN_DELAY,
    stop: () => server.stop().finally(metrics.close).finally(tracing.stop),
  };
});
