import { fileURLToPath } from 'node:url';
import { overridesFrom, runOverridesFrom, type SettingsOf, serviceTokenFrom } from '@waybill/contracts/settings';
import { createOrderBookClient } from '@waybill/order-book-client';
import { connectOrders, dataConverterFrom, engineConnectionFrom } from '@waybill/orders-client';
import type { Log } from '@waybill/platform';
import { createProvidersClient } from '@waybill/providers-client';
import { createAccess } from '../auth/access.ts';
import { createCodecServerOptions } from '../codec/options.ts';
import { createLimits } from '../execution/limits/limits.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { createRunUiLink, createTemporalUiLink } from './temporal-ui.ts';

const dashboardFolder = fileURLToPath(new URL('../../../../clients/web/dist', import.meta.url));

/** The options of ports to orders and runs. */
const createWorkOptions = (settings: SettingsOf<'gateway'>) => ({
  linkTo: createTemporalUiLink(settings),
  linkToRun: createRunUiLink(settings),
  overrides: overridesFrom(settings),
  runOverrides: runOverridesFrom(settings),
});

/** When one is silent, there is time left to ask another. */
function createClients(settings: SettingsOf<'gateway'>) {
  const shared = { serviceToken: serviceTokenFrom(settings), deadlineMs: settings.WAYBILL_REQUEST_TIMEOUT / 2 };
  return {
    book: createOrderBookClient({ baseUrl: settings.WAYBILL_ORDER_BOOK_URL, ...shared }),
    providers: createProvidersClient({ baseUrl: settings.WAYBILL_CHAOS_URL, ...shared }),
  };
}

/** Creates the options of a gateway from its settings. */
export function createGatewayOptions(
  settings: SettingsOf<'gateway'>,
  log: Log,
): GatewayOptions & { close: () => Promise<void> } {
  const access = createAccess(settings);
  const orders = connectOrders({
    ...engineConnectionFrom(settings),
    ...dataConverterFrom(settings),
    namespace: settings.TEMPORAL_NAMESPACE,
    taskQueue: settings.WAYBILL_ORDERS_QUEUE,
    shippingQueue: settings.WAYBILL_SHIPPING_QUEUE,
  });
  const { book, providers } = createClients(settings);
  return {
    orders,
    runs: orders.runs,
    book,
    providers,
    access,
    dashboard: { folder: dashboardFolder, signIn: access.signIn },
    guard: { allowedHosts: new Set(settings.WAYBILL_ALLOWED_HOSTS) },
    codec: createCodecServerOptions(settings, access),
    limits: createLimits(settings),
    log,
    host: settings.WAYBILL_GATEWAY_HOST,
    port: settings.WAYBILL_GATEWAY_PORT,
    requestTimeoutMs: settings.WAYBILL_REQUEST_TIMEOUT,
    verdictTimeoutMs: settings.WAYBILL_VERDICT_TIMEOUT,
    ...createWorkOptions(settings),
    drainDelayMs: settings.WAYBILL_DRAIN_DELAY,
    graceMs: settings.WAYBILL_DRAIN_TIMEOUT,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    close: async () => {
      await Promise.all([orders.close(), book.close(), providers.close()]);
    },
  };
}
