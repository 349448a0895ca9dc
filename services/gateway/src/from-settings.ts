import { overridesFrom, type SettingsOf } from '@waybill/contracts/settings';
import { orderBookClient } from '@waybill/order-book-client';
import { connectOrders } from '@waybill/orders-client';
import { type Log, serviceTokenFrom } from '@waybill/platform';
import { providersClient } from '@waybill/providers-client';
import { accessFrom } from './auth/access.ts';
import { limitsFrom } from './execution/limits/limits.ts';
import type { GatewayParts } from './gateway.ts';
import { linksTo } from './temporal-ui.ts';

/** All that a gateway is made of, as its settings say. */
export function partsFrom(settings: SettingsOf<'gateway'>, log: Log): GatewayParts & { close: () => Promise<void> } {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, WAYBILL_ORDERS_QUEUE: taskQueue } = settings;
  const access = accessFrom(settings);
  const serviceToken = serviceTokenFrom(settings);
  const orders = connectOrders({ address, namespace, taskQueue });
  const book = orderBookClient({ baseUrl: settings.WAYBILL_ORDER_BOOK_URL, serviceToken });
  const providers = providersClient({ baseUrl: settings.WAYBILL_CHAOS_URL, serviceToken });
  return {
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
    overrides: overridesFrom(settings),
    graceMs: settings.WAYBILL_DRAIN_TIMEOUT,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    close: async () => {
      await Promise.all([orders.close(), book.close(), providers.close()]);
    },
  };
}
