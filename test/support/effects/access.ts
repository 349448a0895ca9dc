import type { Effects } from './effect.ts';
import { keys, secret } from './gateway.ts';
import { gatewayEffect } from './gateway-effects.ts';
import { told } from './stack.ts';
import { stateDir } from './state-folder.ts';

const secondary = 'another secret of thirty-two characters';

/** The gateway's keys, of which `npm start` makes none where there are some. */
export const accessEffects = {
  WAYBILL_JWT_SECRET: {
    given: secret,
    on: {
      gateway: [gatewayEffect((parts) => parts.access.tokens.key), { secrets: [secret] }],
      stack: [told('gateway', 'WAYBILL_JWT_SECRET', stateDir), secret],
    },
  },
  WAYBILL_SECONDARY_JWT_SECRET: {
    given: secondary,
    beside: { WAYBILL_JWT_SECRET: secret },
    on: { gateway: [gatewayEffect((parts) => parts.access.tokens.key), { secrets: [secret, secondary] }] },
  },
  WAYBILL_JWKS_URL: {
    given: keys,
    on: {
      gateway: [gatewayEffect((parts) => parts.access.tokens.key), { jwksUrl: new URL(keys) }],
      stack: [told('gateway', 'WAYBILL_JWT_SECRET', stateDir), undefined],
    },
  },
  WAYBILL_DEV_TOKENS: {
    given: 'on',
    beside: { WAYBILL_GATEWAY_HOST: '127.0.0.1', WAYBILL_JWT_SECRET: secret },
    on: {
      gateway: [gatewayEffect((parts) => typeof parts.access.developmentTokens), 'function'],
      stack: [told('gateway', 'WAYBILL_DEV_TOKENS', stateDir), 'on'],
    },
  },
  WAYBILL_OPEN_ALIASES: {
    given: 'on',
    beside: { WAYBILL_GATEWAY_HOST: '127.0.0.1', WAYBILL_JWT_SECRET: secret, WAYBILL_DEV_TOKENS: 'on' },
    on: {
      gateway: [gatewayEffect((parts) => parts.access.openAliases), true],
      stack: [told('gateway', 'WAYBILL_OPEN_ALIASES', stateDir), 'on'],
    },
  },
} satisfies Partial<Effects>;
