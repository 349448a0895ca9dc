import type { Effects } from './effect.ts';
import { says } from './gateway-effects.ts';
import { book, providers } from './services.ts';
import { stand } from './stand-ins.ts';
import { workerSays } from './worker.ts';

const token = 'a-token-of-more-than-32-characters';
const secondary = 'another-token-of-more-than-32-characters';

/** The tokens between the services: one is sent, each is accepted. */
export const serviceTokenEffects = {
  WAYBILL_SERVICE_TOKEN: {
    given: token,
    beside: { WAYBILL_CHAOS_URL: stand.serviceUrl },
    on: {
      gateway: [says(`Bearer ${token}`, (parts) => parts.providers.inventory.catalogue()), true],
      worker: [workerSays(`Bearer ${token}`, (called) => called.providers.inventory.catalogue()), true],
      chaos: [providers(({ listening }) => listening.guard.serviceTokens), [token]],
      'order-book': [book(({ guard }) => guard.serviceTokens), [token]],
    },
  },
  WAYBILL_SECONDARY_SERVICE_TOKEN: {
    given: secondary,
    beside: { WAYBILL_SERVICE_TOKEN: token },
    on: {
      chaos: [providers(({ listening }) => listening.guard.serviceTokens), [token, secondary]],
      'order-book': [book(({ guard }) => guard.serviceTokens), [token, secondary]],
    },
  },
} satisfies Partial<Effects>;
