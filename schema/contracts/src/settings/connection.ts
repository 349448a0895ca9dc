import { host, oneOf, origins, path, port, text } from './kinds.ts';
import { payloadKeys } from './payload-keys.ts';
import { apiKey } from './secrets.ts';
import type { Settings } from './setting.ts';

const by = ['gateway', 'worker'] as const;

/** How the engine at `TEMPORAL_ADDRESS` is reached, by the names that Temporal's own tools read. */
export const connection = {
  TEMPORAL_TLS: {
    is: oneOf('true', 'false'),
    by,
    means: '`true` asks for TLS with the authorities that this system trusts; a setting below does, too',
  },
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: {
    is: path,
    by,
    means: "the authorities that sign the engine's certificate, in PEM",
  },
  TEMPORAL_TLS_SERVER_NAME: {
    is: host,
    by,
    means: "the name in the engine's certificate, where its address has another",
  },
  TEMPORAL_TLS_CLIENT_CERT_PATH: { is: path, by, means: 'the certificate to show to the engine, in PEM' },
  TEMPORAL_TLS_CLIENT_KEY_PATH: { is: path, by, means: 'its private key, in PEM' },
  TEMPORAL_API_KEY: {
    is: apiKey,
    by,
    means: 'the key to send to the engine, as Temporal Cloud demands; always over TLS',
  },
  WAYBILL_PAYLOAD_KEYS: {
    is: payloadKeys,
    by,
    means:
      'keys by which all that the engine stores of orders is encrypted: `ID:KEY,…`, from `openssl rand -base64 32`; the first encrypts, each decrypts',
  },
  WAYBILL_CODEC_PORT: {
    is: port,
    by: ['gateway'],
    means:
      "where the gateway decrypts payloads for Temporal's UI and command line; nowhere without. Needs `WAYBILL_PAYLOAD_KEYS`, the audience below, and a key of your own to verify tokens with",
  },
  WAYBILL_CODEC_HOST: { is: host, default: '127.0.0.1', by: ['gateway'], means: 'the address that this binds to' },
  WAYBILL_CODEC_AUDIENCE: {
    is: text,
    by: ['gateway'],
    means: "what an operator's token must say in `aud` there; not `WAYBILL_JWT_AUDIENCE`",
  },
  WAYBILL_CODEC_ALLOWED_ORIGINS: {
    is: origins,
    by: ['gateway'],
    means: "pages that may call it from a browser: that of Temporal's UI; by https, except on this machine",
  },
} as const satisfies Settings;
