import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isLoopback } from '@waybill/contracts';
import { BadSettings, type SettingsOf } from '@waybill/contracts/settings';
import { z } from 'zod';
import { type DevelopmentTokens, mintDevelopmentTokens } from './development-tokens.ts';
import type { TokenRules } from './tokens.ts';

/** The rules of authentication, and of what the gateway exposes. */
type AccessSettings = Pick<
  SettingsOf<'gateway'>,
  | 'NODE_ENV'
  | 'WAYBILL_GATEWAY_HOST'
  | 'WAYBILL_JWT_SECRET'
  | 'WAYBILL_SECONDARY_JWT_SECRET'
  | 'WAYBILL_JWKS_URL'
  | 'WAYBILL_JWT_ISSUER'
  | 'WAYBILL_JWT_AUDIENCE'
  | 'WAYBILL_JWT_ROLE_CLAIM'
  | 'WAYBILL_OIDC_ISSUER'
  | 'WAYBILL_OIDC_CLIENT_ID'
  | 'WAYBILL_DEV_TOKENS'
  | 'WAYBILL_OPEN_ALIASES'
  | 'WAYBILL_GRAPHIQL'
  | 'WAYBILL_INTROSPECTION'
  | 'WAYBILL_ALLOWED_ORIGINS'
  | 'WAYBILL_TRUSTED_DOCUMENTS'
>;

/** The OpenID Connect issuer where people sign in, if there is one. */
export type SignIn = { issuer: string; clientId: string; audience: string };

export type Access = {
  tokens: TokenRules;
  signIn: SignIn | undefined;
  /** Undefined unless turned on, which is refused in production and beyond loopback. */
  developmentTokens: ((now: Date) => Promise<DevelopmentTokens>) | undefined;
  /** Whether the aliases of other systems need no token on this machine; never without development tokens. */
  openAliases: boolean;
  introspection: boolean;
  graphiql: boolean;
  allowedOrigins: string[];
  /** The only documents that are executed; undefined if all are. */
  trustedDocuments: ReadonlyMap<string, string> | undefined;
};

/**
 * Reads the rules of access from the settings. Throws `BadSettings`, which names the setting, for a gateway that would
 * be open by mistake.
 */
export function createAccess(settings: AccessSettings): Access {
  const production = settings.NODE_ENV === 'production';
  const why = whyNot(settings, production);
  if (why) throw new BadSettings(why);
  const key = chooseKey(settings);
  const isOn = (setting: 'on' | 'off' | undefined) => (setting ? setting === 'on' : !production);
  const tokens = {
    key,
    issuer: settings.WAYBILL_JWT_ISSUER ?? settings.WAYBILL_OIDC_ISSUER,
    audience: settings.WAYBILL_JWT_AUDIENCE,
    roleClaim: settings.WAYBILL_JWT_ROLE_CLAIM,
  };
  return {
    tokens,
    signIn: signInFrom(settings),
    developmentTokens:
      'secrets' in key && settings.WAYBILL_DEV_TOKENS === 'on'
        ? (now) => mintDevelopmentTokens({ ...tokens, secret: key.secrets[0] }, now)
        : undefined,
    openAliases: settings.WAYBILL_OPEN_ALIASES === 'on',
    introspection: isOn(settings.WAYBILL_INTROSPECTION),
    graphiql: isOn(settings.WAYBILL_GRAPHIQL),
    allowedOrigins: settings.WAYBILL_ALLOWED_ORIGINS ?? [],
    trustedDocuments: readTrustedDocuments(settings.WAYBILL_TRUSTED_DOCUMENTS),
  };
}

function whyNot(settings: AccessSettings, production: boolean): string | undefined {
  const { WAYBILL_JWT_SECRET: secret, WAYBILL_JWKS_URL: keys, WAYBILL_DEV_TOKENS: devTokens } = settings;
  const host = settings.WAYBILL_GATEWAY_HOST;
  const loopback = isLoopback(host);
  if (secret && keys) return 'WAYBILL_JWT_SECRET and WAYBILL_JWKS_URL: set one, not both';
  if (!secret && !keys && production)
    return 'WAYBILL_JWT_SECRET or WAYBILL_JWKS_URL: one of them is required in production';
  if (!secret && !keys && !loopback) {
    return `WAYBILL_JWT_SECRET or WAYBILL_JWKS_URL: one of them is required to listen beyond loopback, on ${host}`;
  }
  const whyNoSignIn = whyNotSignIn(settings);
  if (whyNoSignIn) return whyNoSignIn;
  if (keys) {
    const why = whyNotWith(new URL(keys), settings.WAYBILL_JWT_AUDIENCE, production);
    if (why) return why;
  }
  if (settings.WAYBILL_OPEN_ALIASES === 'on' && devTokens !== 'on') {
    return 'WAYBILL_OPEN_ALIASES: needs WAYBILL_DEV_TOKENS=on, because it permits what such a token permits';
  }
  if (devTokens !== 'on') return undefined;
  if (production) return 'WAYBILL_DEV_TOKENS: must not be on in production';
  if (!loopback) return `WAYBILL_DEV_TOKENS: must not be on beyond loopback, on ${host}`;
  if (keys)
    return 'WAYBILL_DEV_TOKENS: must not be on with WAYBILL_JWKS_URL, because the gateway then has no key to sign tokens with';
  return undefined;
}

/** Keys over an insecure connection can be replaced, and an issuer signs tokens for other audiences too. */
function whyNotWith({ protocol, hostname }: URL, audience: string | undefined, production: boolean) {
  if (protocol !== 'https:' && !isLoopback(hostname))
    return 'WAYBILL_JWKS_URL: must begin with https:// beyond loopback';
  if (production && !audience) return 'WAYBILL_JWT_AUDIENCE: is required in production with WAYBILL_JWKS_URL';
  return undefined;
}

/** People could sign in with an issuer whose tokens cannot be verified, and would have no access. */
function whyNotSignIn(settings: AccessSettings): string | undefined {
  const { WAYBILL_OIDC_ISSUER: issuer, WAYBILL_OIDC_CLIENT_ID: clientId } = settings;
  if (!issuer && !clientId) return undefined;
  if (!issuer || !clientId) return 'WAYBILL_OIDC_ISSUER and WAYBILL_OIDC_CLIENT_ID: set both or neither';
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== 'https:' && !isLoopback(hostname))
    return 'WAYBILL_OIDC_ISSUER: must begin with https:// beyond loopback';
  if (!settings.WAYBILL_JWKS_URL) return 'WAYBILL_JWKS_URL: is required with WAYBILL_OIDC_ISSUER, to verify its tokens';
  if (!settings.WAYBILL_JWT_AUDIENCE) return 'WAYBILL_JWT_AUDIENCE: is required with WAYBILL_OIDC_ISSUER';
  return undefined;
}

function signInFrom(settings: AccessSettings): SignIn | undefined {
  const { WAYBILL_OIDC_ISSUER: issuer, WAYBILL_OIDC_CLIENT_ID: clientId, WAYBILL_JWT_AUDIENCE: audience } = settings;
  return issuer && clientId && audience ? { issuer, clientId, audience } : undefined;
}

/** Without a configured key, a random one for the lifetime of the process. */
function chooseKey(settings: AccessSettings): TokenRules['key'] {
  if (settings.WAYBILL_JWKS_URL) return { jwksUrl: new URL(settings.WAYBILL_JWKS_URL) };
  const { WAYBILL_JWT_SECRET: secret, WAYBILL_SECONDARY_JWT_SECRET: secondary } = settings;
  return { secrets: [secret ?? randomBytes(32).toString('base64url'), ...(secondary ? [secondary] : [])] };
}

function readTrustedDocuments(file: string | undefined): ReadonlyMap<string, string> | undefined {
  if (file === undefined) return undefined;
  try {
    return new Map(Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))));
  } catch (error) {
    throw new BadSettings(
      `WAYBILL_TRUSTED_DOCUMENTS: ${file} must be a JSON file with an object that maps ids to documents: ${error}`,
    );
  }
}
