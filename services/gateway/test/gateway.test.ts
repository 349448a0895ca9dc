import { BadSettings, readSettings } from '@waybill/contracts/settings';
import { expect, test } from 'vitest';
import { createTemporalUiLink } from '../src/assembly/temporal-ui.ts';
import { createAccess } from '../src/auth/access.ts';

const secret = 'x'.repeat(32);
const issuer = 'https://issuer.example';
const keys = `${issuer}/keys`;
const verified = { WAYBILL_JWKS_URL: keys, WAYBILL_JWT_AUDIENCE: 'waybill' };

test.each<[string, Record<string, string>, string]>([
  [
    'beyond loopback without a key',
    { WAYBILL_GATEWAY_HOST: '0.0.0.0' },
    'one of them is required to listen beyond loopback',
  ],
  ['in production without a key', { NODE_ENV: 'production' }, 'one of them is required in production'],
  ['with two kinds of key', { WAYBILL_JWT_SECRET: secret, WAYBILL_JWKS_URL: keys }, 'set one, not both'],
  [
    'with development tokens in production',
    { NODE_ENV: 'production', WAYBILL_JWT_SECRET: secret, WAYBILL_DEV_TOKENS: 'on' },
    'must not be on in production',
  ],
  [
    'with development tokens beyond loopback',
    { WAYBILL_GATEWAY_HOST: '::', WAYBILL_JWT_SECRET: secret, WAYBILL_DEV_TOKENS: 'on' },
    'must not be on beyond loopback',
  ],
  [
    'with open aliases where there are no development tokens',
    { WAYBILL_JWT_SECRET: secret, WAYBILL_OPEN_ALIASES: 'on' },
    'WAYBILL_OPEN_ALIASES: needs WAYBILL_DEV_TOKENS=on',
  ],
  [
    'with open aliases in production',
    { NODE_ENV: 'production', WAYBILL_JWT_SECRET: secret, WAYBILL_OPEN_ALIASES: 'on' },
    'WAYBILL_OPEN_ALIASES',
  ],
  [
    'with development tokens that it cannot sign',
    { WAYBILL_JWKS_URL: keys, WAYBILL_DEV_TOKENS: 'on' },
    'the gateway then has no key to sign tokens with',
  ],
  ['with keys that anybody on the way could exchange', { WAYBILL_JWKS_URL: 'http://issuer.example/keys' }, 'https://'],
  [
    'in production with keys and no audience',
    { NODE_ENV: 'production', WAYBILL_JWKS_URL: keys },
    'WAYBILL_JWT_AUDIENCE: is required in production',
  ],
  ['with a place to sign in and no name there', { WAYBILL_OIDC_ISSUER: issuer }, 'set both or neither'],
  ['with a name and no place to sign in', { WAYBILL_OIDC_CLIENT_ID: 'dashboard' }, 'set both or neither'],
  [
    'with an insecure issuer',
    { ...verified, WAYBILL_OIDC_ISSUER: 'http://issuer.example', WAYBILL_OIDC_CLIENT_ID: 'dashboard' },
    'WAYBILL_OIDC_ISSUER: must begin with https://',
  ],
  [
    'with an issuer whose tokens it cannot verify',
    { WAYBILL_OIDC_ISSUER: issuer, WAYBILL_OIDC_CLIENT_ID: 'dashboard', WAYBILL_JWT_AUDIENCE: 'waybill' },
    'WAYBILL_JWKS_URL: is required with WAYBILL_OIDC_ISSUER',
  ],
  [
    'with an issuer and no audience',
    { WAYBILL_OIDC_ISSUER: issuer, WAYBILL_OIDC_CLIENT_ID: 'dashboard', WAYBILL_JWKS_URL: keys },
    'WAYBILL_JWT_AUDIENCE: is required with WAYBILL_OIDC_ISSUER',
  ],
  ['with trusted documents that are not there', { WAYBILL_TRUSTED_DOCUMENTS: '/nowhere.json' }, '/nowhere.json'],
])('a gateway does not start %s', (_, env, why) => {
  const starting = () => createAccess(readSettings('gateway', env));

  expect(starting).toThrow(BadSettings);
  expect(starting).toThrow(why);
});

test.each([keys, 'http://127.0.0.1:9000/keys', 'http://localhost/keys', 'http://[::1]:9000/keys'])(
  'a gateway starts with the keys published at %s',
  (url) => {
    const access = createAccess(readSettings('gateway', { WAYBILL_JWKS_URL: url }));

    expect(access.tokens.key).toEqual({ jwksUrl: new URL(url) });
  },
);

test('a short secret is refused', () => {
  for (const short of ['secret', ' '.repeat(40)])
    expect(() => readSettings('gateway', { WAYBILL_JWT_SECRET: short })).toThrow('must have 32 characters or more');
});

test('in production the schema is hidden', () => {
  const access = createAccess(readSettings('gateway', { NODE_ENV: 'production', WAYBILL_JWT_SECRET: secret }));

  expect(access).toMatchObject({ introspection: false, graphiql: false, developmentTokens: undefined });
});

test('in production the schema is shown if a setting says so', () => {
  const wish = { WAYBILL_INTROSPECTION: 'on', WAYBILL_GRAPHIQL: 'on' };

  const access = createAccess(readSettings('gateway', { NODE_ENV: 'production', WAYBILL_JWT_SECRET: secret, ...wish }));

  expect(access).toMatchObject({ introspection: true, graphiql: true });
});

test('no development token is signed with a configured secret unless a setting says so', () => {
  const access = createAccess(readSettings('gateway', { WAYBILL_JWT_SECRET: secret }));

  expect(access.developmentTokens).toBeUndefined();
});

test('without settings the gateway uses the addresses of the stack', () => {
  const settings = readSettings('gateway', {});

  expect(settings).toMatchObject({
    WAYBILL_GATEWAY_HOST: '127.0.0.1',
    WAYBILL_GATEWAY_PORT: 4000,
    WAYBILL_CHAOS_URL: 'http://127.0.0.1:3001',
    WAYBILL_ORDER_BOOK_URL: 'http://127.0.0.1:3002',
    TEMPORAL_ADDRESS: '127.0.0.1:7233',
    WAYBILL_VERDICT_TIMEOUT: 5_000,
  });
  expect(createTemporalUiLink(settings)).toBeUndefined();
});

test('an operator finds an order in the UI of the engine', () => {
  const linkTo = createTemporalUiLink(readSettings('gateway', { WAYBILL_TEMPORAL_UI_URL: 'http://127.0.0.1:8233' }));

  expect(linkTo?.('ORD-1')).toBe('http://127.0.0.1:8233/namespaces/default/workflows/order-ORD-1');
});
