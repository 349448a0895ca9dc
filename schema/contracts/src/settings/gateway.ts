import { duration, host, onOff, origins, path, port, positiveDuration, text, url } from './kinds.ts';
import { secret } from './secrets.ts';
import type { Settings } from './setting.ts';

/** Addresses, authentication and optional pages of the gateway. */
export const gateway = {
  WAYBILL_GATEWAY_HOST: { is: host, default: '127.0.0.1', by: ['gateway', 'stack'], means: 'the address it binds to' },
  WAYBILL_GATEWAY_PORT: { is: port, default: '4000', by: ['gateway', 'stack'], means: 'the port that it listens on' },
  WAYBILL_JWT_SECRET: {
    is: secret,
    by: ['gateway', 'stack'],
    means:
      'the HS256 key of tokens, 32 characters or more; `npm start` generates one. This or `WAYBILL_JWKS_URL` is required in production and beyond loopback',
  },
  WAYBILL_SECONDARY_JWT_SECRET: {
    is: secret,
    by: ['gateway'],
    means:
      'a second HS256 key whose tokens are accepted, while one replaces the other (docs/operation.md); needs the first, and signs nothing',
  },
  WAYBILL_JWKS_URL: {
    is: url,
    by: ['gateway', 'stack'],
    means:
      "the URL of the issuer's public keys (JWKS), which are fetched again after ten minutes, or kept for a day while the issuer does not answer; https, except on this machine",
  },
  WAYBILL_JWT_ISSUER: { is: text, by: ['gateway'], means: 'the required `iss` of a token' },
  WAYBILL_JWT_AUDIENCE: {
    is: text,
    by: ['gateway'],
    means:
      'the required `aud` of a token; required with `WAYBILL_OIDC_ISSUER`, and in production with `WAYBILL_JWKS_URL` or `WAYBILL_CODEC_PORT`',
  },
  WAYBILL_JWT_ROLE_CLAIM: {
    is: text,
    default: 'role',
    by: ['gateway'],
    means:
      'the claim of a token that contains `customer`, `manager` or `operator`, alone or in a list, of which the most powerful counts; a nested claim is written with dots, such as `realm_access.roles`',
  },
  WAYBILL_OIDC_ISSUER: {
    is: url,
    by: ['gateway'],
    means:
      'where people sign in to the dashboard, by the OpenID Connect code flow; needs the next, `WAYBILL_JWKS_URL` and `WAYBILL_JWT_AUDIENCE`, and is the required `iss` of a token unless `WAYBILL_JWT_ISSUER` is set. Must be https, except on this machine',
  },
  WAYBILL_OIDC_CLIENT_ID: {
    is: text,
    by: ['gateway'],
    means: 'the dashboard, as that issuer knows it: a public client whose one redirect is `/signin`',
  },
  WAYBILL_DEV_TOKENS: {
    is: onOff,
    by: ['gateway', 'stack'],
    means:
      'whether `/dev/tokens` serves a token for each role to this machine: off, but `npm start` turns it on without a key of your own; never in production or beyond loopback',
  },
  WAYBILL_OPEN_ALIASES: {
    is: onOff,
    by: ['gateway', 'stack'],
    means:
      'whether the requests of other order systems (docs/rest.md) are answered without a token, as an operator, wherever `/dev/tokens` would serve one: off, but `npm start` turns it on with development tokens',
  },
  WAYBILL_GRAPHIQL: { is: onOff, by: ['gateway'], means: 'whether GraphiQL is served: on, off in production' },
  WAYBILL_INTROSPECTION: {
    is: onOff,
    by: ['gateway'],
    means: 'whether introspection is allowed: on, off in production',
  },
  WAYBILL_ALLOWED_ORIGINS: {
    is: origins,
    by: ['gateway'],
    means: 'origins of other pages that may call it from a browser; separated by commas',
  },
  WAYBILL_TRUSTED_DOCUMENTS: {
    is: path,
    by: ['gateway'],
    means: 'a JSON file of documents by id; no other documents are then executed',
  },
  WAYBILL_TEMPORAL_UI_URL: { is: url, by: ['gateway', 'stack'], means: 'base of `Order.links.temporalUi`' },
  WAYBILL_REQUEST_TIMEOUT: {
    is: positiveDuration,
    default: 'PT10S',
    by: ['gateway'],
    means:
      'how long a request waits for engine, order book and providers, all together, before it is answered `SERVICE_UNAVAILABLE`; a single call may take half as long. A mutation waits for its verdict in addition; an audit, which reads everything, has no such limit',
  },
  WAYBILL_VERDICT_TIMEOUT: {
    is: positiveDuration,
    default: 'PT5S',
    by: ['gateway'],
    means: "how long a mutation waits for the order's verdict",
  },
  WAYBILL_DRAIN_TIMEOUT: {
    is: duration,
    default: 'PT6S',
    by: ['gateway'],
    means:
      'how long a stopping gateway waits for clients to disconnect before it closes their connections; longer than `WAYBILL_VERDICT_TIMEOUT`',
  },
} as const satisfies Settings;
