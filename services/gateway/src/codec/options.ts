import { isLoopback } from '@waybill/contracts';
import { BadSettings, type PayloadKey, type SettingsOf } from '@waybill/contracts/settings';
import type { Guard } from '@waybill/platform';
import type { Access } from '../auth/access.ts';
import type { TokenRules } from '../auth/tokens.ts';

type CodecSettings = Pick<
  SettingsOf<'gateway'>,
  | 'NODE_ENV'
  | 'WAYBILL_CODEC_HOST'
  | 'WAYBILL_CODEC_PORT'
  | 'WAYBILL_CODEC_AUDIENCE'
  | 'WAYBILL_CODEC_ALLOWED_ORIGINS'
  | 'WAYBILL_PAYLOAD_KEYS'
  | 'WAYBILL_JWT_SECRET'
  | 'WAYBILL_JWKS_URL'
  | 'WAYBILL_ALLOWED_HOSTS'
>;

export type CodecServerOptions = {
  host: string;
  port: number;
  guard: Guard;
  keys: readonly [PayloadKey, ...PayloadKey[]];
  /** How tokens are verified: they must be for this server, and tokens for the gateway are not. */
  tokens: TokenRules & { audience: string };
  /** The pages that may call it from a browser. */
  allowedOrigins: readonly string[];
};

/** The options of the codec server; undefined if it is off. */
export function createCodecServerOptions(
  settings: CodecSettings,
  { tokens }: Pick<Access, 'tokens'>,
): CodecServerOptions | undefined {
  const { WAYBILL_CODEC_PORT: port, WAYBILL_CODEC_AUDIENCE: audience, WAYBILL_PAYLOAD_KEYS: keys } = settings;
  if (port === undefined || !audience || !keys) return undefined;
  const why = whyNot(settings, tokens);
  if (why) throw new BadSettings(why);
  return {
    host: settings.WAYBILL_CODEC_HOST,
    port,
    keys,
    tokens: { ...tokens, audience },
    guard: { allowedHosts: new Set(settings.WAYBILL_ALLOWED_HOSTS) },
    allowedOrigins: settings.WAYBILL_CODEC_ALLOWED_ORIGINS ?? [],
  };
}

/** A page over an insecure connection could be replaced by one that steals the operator's token. */
function whyNot(settings: CodecSettings, { audience }: TokenRules): string | undefined {
  if (!settings.WAYBILL_JWT_SECRET && !settings.WAYBILL_JWKS_URL)
    return 'WAYBILL_CODEC_PORT: needs WAYBILL_JWT_SECRET or WAYBILL_JWKS_URL, to verify tokens with';
  if (settings.WAYBILL_CODEC_AUDIENCE === audience)
    return 'WAYBILL_CODEC_AUDIENCE: must differ from WAYBILL_JWT_AUDIENCE, because otherwise every token for the gateway could decrypt payloads';
  if (settings.NODE_ENV === 'production' && !audience)
    return 'WAYBILL_JWT_AUDIENCE: is required in production beside WAYBILL_CODEC_PORT, because otherwise tokens for the codec server would be accepted by the gateway';
  const insecure = settings.WAYBILL_CODEC_ALLOWED_ORIGINS?.find((origin) => {
    const { protocol, hostname } = new URL(origin);
    return protocol !== 'https:' && !isLoopback(hostname);
  });
  return (
    insecure && `WAYBILL_CODEC_ALLOWED_ORIGINS: must begin with https:// beyond loopback, and contains ${insecure}`
  );
}
