import { listeningBy, metricsAddress, openMetrics, openTracing, runService, settingsOf } from '@waybill/platform';
import { startChaos } from './index.ts';

const { settings, log } = settingsOf('chaos');

await runService(log, async () => {
  if (settings.CHAOS_CONTROL === 'on' && settings.NODE_ENV === 'production')
    log.warn('CHAOS_CONTROL is on in production: whoever reaches this service can inject faults');
  const tracing = await openTracing('chaos', settings);
  const metrics = await openMetrics(metricsAddress(settings), log);
  const names = 'WAYBILL_CHAOS_HOST and WAYBILL_CHAOS_PORT';
  const { close } = await listeningBy(names, startChaos(settings, metrics));
  return {
    stopsWithinMs: settings.WAYBILL_DRAIN_DELAY,
    stop: () => close().finally(metrics.close).finally(tracing.stop),
  };
});
