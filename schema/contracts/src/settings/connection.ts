import { host, oneOf, origins, path, port, text } from './kinds.ts';
import { payloadKeys } from './payload-keys.ts';
import { apiKey } from './secrets.ts';
import type { Settings } from './setting.ts';

const by = ['gateway', 'worker'] as const;

/** The connection to the engine at `TEMPORAL_ADDRESS`, with the names that Temporal's own tools use. */
export const connection = {
  TEMPORAL_TLS: {
    is: oneOf('true', 'false'),
    by,
    means: "`true` enables TLS with the system's certificate authorities; so does any setting below",
  },
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: {
    is: path,
    by,
    means: "the certificate authorities for the engine's certificate, in PEM",
  },
  TEMPORAL_TLS_SERVER_NAME: {
    is: host,
    by,
    means: "the name in the engine's certificate, if it differs from its address",
  },
  TEMPORAL_TLS_CLIENT_CERT_PATH: { is: path, by, means: 'the client certificate, in PEM' },
  TEMPORAL_TLS_CLIENT_KEY_PATH: { is: path, by, means: 'its private key, in PEM' },
  TEMPORAL_API_KEY: {
    is: apiKey,
    by,
    means: 'the API key for the engine, as Temporal Cloud requires; always sent over TLS',
  },
  WAYBILL_PAYLOAD_KEYS: {
    is: payloadKeys,
    by,
    means:
      'keys with which all payloads that the engine stores are encrypted: `ID:KEY,…`, from `openssl rand -base64 32`; the first encrypts, each decrypts',
  },
  WAYBILL_CODEC_PORT: {
    is: port,
    by: ['gateway'],
    means:
      "the port on which the gateway decrypts payloads for Temporal's UI and command line; off if absent. Needs `WAYBILL_PAYLOAD_KEYS`, the audience below, and a key of your own to verify tokens with; in production also `WAYBILL_JWT_AUDIENCE`",
  },
  WAYBILL_CODEC_HOST: {
    is: host,
    default: '127.0.0.1',
    by: ['gateway'],
    means: 'the address that the codec server binds to',
  },
  WAYBILL_CODEC_AUDIENCE: {
    is: text,
    by: ['gateway'],
    means: "the required `aud` of an operator's token there; must differ from `WAYBILL_JWT_AUDIENCE`",
  },
  WAYBILL_CODEC_ALLOWED_ORIGINS: {
    is: origins,
    by: ['gateway'],
    means: "origins of pages that may call it from a browser, such as Temporal's UI; https, except on this machine",
  },
} as const satisfies Settings;
