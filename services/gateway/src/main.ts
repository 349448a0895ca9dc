import { patienceFrom } from '@waybill/contracts/settings';
import { orderBookClient } from '@waybill/order-book-client';
import { connectOrders } from '@waybill/orders-client';
import { runService, serviceTokenFrom, settingsOf } from '@waybill/platform';
import { providersClient } from '@waybill/providers-client';
import { accessFrom } from './auth/access.ts';
import { limitsFrom } from './execution/limits/limits.ts';
import { openGateway } from './gateway.ts';
import { linksTo } from './temporal-ui.ts';
import { developmentTokensPath } from './transports/http/graphiql.ts';

const { settings, log } = settingsOf('gateway');

await runService(log, async () => {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = settings;
  const orders = connectOrders({ address, namespace });
  const access = accessFrom(settings);
  const serviceToken = serviceTokenFrom(settings);
  const book = orderBookClient({ baseUrl: settings.WAYBILL_ORDER_BOOK_URL, serviceToken });
  const providers = providersClient({ baseUrl: settings.WAYBILL_CHAOS_URL, serviceToken });
  const gateway = await openGateway({
    orders,
    book,
    providers,
    access,
    guard: { allowedHosts: new Set(settings.WAYBILL_ALLOWED_HOSTS) },
    limits: limitsFrom(settings),
    log,
    host: settings.WAYBILL_GATEWAY_HOST,
    port: settings.WAYBILL_GATEWAY_PORT,
    linkTo: linksTo(settings),
    verdictTimeoutMs: settings.WAYBILL_VERDICT_TIMEOUT,
    patience: patienceFrom(settings),
    graceMs: settings.WAYBILL_DRAIN_TIMEOUT,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
  });
  if (access.developmentTokens) log.warn({ path: developmentTokensPath }, 'development tokens are handed out');
  log.info({ url: `${gateway.url}/graphql` }, 'the gateway is open');
  return {
    stop: async () => {
      await gateway.stop();
      await Promise.all([orders.close(), book.close(), providers.close()]);
    },
  };
});
