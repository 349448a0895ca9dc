import { listeningBy, metricsAddress, openMetrics, openTracing, runService, settingsOf } from '@waybill/platform';
import { createGatewayOptions } from './assembly/from-settings.ts';
import { startGateway } from './assembly/gateway.ts';
import { openCodecServer } from './codec/codec-server.ts';
import { developmentTokensPath } from './transports/http/graphiql.ts';

const { settings, log } = settingsOf('gateway');

await runService(log, async () => {
  const tracing = await openTracing('gateway', settings);
  const options = createGatewayOptions(settings, log);
  const metrics = await openMetrics(metricsAddress(settings), log);
  const codec = await openCodecServer(options.codec, log);
  const names = 'WAYBILL_GATEWAY_HOST and WAYBILL_GATEWAY_PORT';
  const gateway = await listeningBy(names, startGateway({ ...options, registry: metrics.registry }));
  if (options.access.developmentTokens) log.warn({ path: developmentTokensPath }, 'development tokens are served');
  if (options.access.openAliases)
    log.warn({ as: 'local' }, 'aliases need no token on this machine, also through a proxy on it');
  log.info({ url: `${gateway.url}/graphql` }, 'the gateway is listening');
  return {
    stopsWithinMs: settings.WAYBILL_DRAIN_DELAY + settings.WAYBILL_DRAIN_TIMEOUT,
    stop: async () => {
      await gateway.stop();
      await Promise.all([options.close(), codec.close(), metrics.close(), tracing.stop()]);
    },
  };
});
