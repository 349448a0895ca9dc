import { fileURLToPath } from 'node:url';
import { type Environment, readSettings } from '@waybill/contracts/settings';
import type { GatewayOptions } from '@waybill/gateway';
import { dataConverterFrom, type EngineConnection, engineConnectionFrom } from '@waybill/orders-client';
import type { Effects, Observe } from './effect.ts';
import { gatewayEffect } from './gateway-effects.ts';
import { stand } from './stand-ins.ts';

const file = (name: string) =>
  fileURLToPath(new URL(`../../../clients/orders/test/support/tls/${name}`, import.meta.url));
const at = { TEMPORAL_ADDRESS: stand.engineAddress };

type Tls = Exclude<EngineConnection['tls'], boolean | undefined>;

/** What both, who connect alike, make of the settings. */
const alike = (look: (tls: Tls, connection: EngineConnection) => unknown, seen: unknown) => {
  const as =
    (who: 'gateway' | 'worker'): Observe =>
    (env: Environment) => {
      const settings = readable(who, env);
      if (!settings) return 'half described';
      const connection = engineConnectionFrom(settings);
      return typeof connection.tls === 'object' ? look(connection.tls, connection) : 'no TLS';
    };
  return { gateway: [as('gateway'), seen], worker: [as('worker'), seen] } as const;
};

/** One of a pair without the other is refused. */
function readable(who: 'gateway' | 'worker', env: Environment) {
  try {
    return readSettings(who, env);
  } catch {
    return undefined;
  }
}

const kindOf = (content?: Buffer) => /BEGIN ([A-Z ]+)-/.exec(`${content}`)?.[1];

const encrypts =
  (who: 'gateway' | 'worker'): Observe =>
  async (env) => {
    const { dataConverter } = dataConverterFrom(readSettings(who, env));
    const [payload] = (await dataConverter?.payloadCodecs?.[0]?.encode([{}])) ?? [];
    return payload && Buffer.from(payload.metadata?.['encryption-key-id'] ?? []).toString();
  };

const payloadKeys = { WAYBILL_PAYLOAD_KEYS: `k-7:${Buffer.alloc(32, 7).toString('base64')}` };
const signed = { ...payloadKeys, WAYBILL_JWT_SECRET: 'a secret of thirty-two characters' };
const served = { ...signed, WAYBILL_CODEC_PORT: '8081', WAYBILL_CODEC_AUDIENCE: 'codec' };

/** What is made of the settings of the codec server, of which some alone are refused. */
const codec = (look: (codec: NonNullable<GatewayOptions['codec']>) => unknown): Observe => {
  const observe = gatewayEffect(({ codec }) => (codec ? look(codec) : 'none'));
  return async (env) => (readable('gateway', env) ? observe(env) : 'half described');
};

export const connectionEffects = {
  TEMPORAL_TLS: { given: 'true', beside: at, on: alike((tls) => tls, {}) },
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: {
    given: file('client.pem'),
    beside: at,
    on: alike((tls) => kindOf(tls.serverRootCACertificate), 'CERTIFICATE'),
  },
  TEMPORAL_TLS_SERVER_NAME: {
    given: 'engine.example',
    beside: at,
    on: alike((tls) => tls.serverNameOverride, 'engine.example'),
  },
  TEMPORAL_TLS_CLIENT_CERT_PATH: {
    given: file('client.pem'),
    beside: { ...at, TEMPORAL_TLS_CLIENT_KEY_PATH: file('client.key') },
    on: alike((tls) => kindOf(tls.clientCertPair?.crt), 'CERTIFICATE'),
  },
  TEMPORAL_TLS_CLIENT_KEY_PATH: {
    given: file('client.key'),
    beside: { ...at, TEMPORAL_TLS_CLIENT_CERT_PATH: file('client.pem') },
    on: alike((tls) => kindOf(tls.clientCertPair?.key), 'PRIVATE KEY'),
  },
  TEMPORAL_API_KEY: { given: 'key-7', beside: at, on: alike((_, { apiKey }) => apiKey, 'key-7') },
  WAYBILL_CODEC_PORT: {
    given: '8082',
    beside: served,
    on: { gateway: [codec(({ port }) => port), 8_082] },
  },
  WAYBILL_CODEC_HOST: { given: '0.0.0.0', beside: served, on: { gateway: [codec(({ host }) => host), '0.0.0.0'] } },
  WAYBILL_CODEC_AUDIENCE: {
    given: 'decrypting',
    beside: served,
    on: { gateway: [codec(({ tokens }) => tokens.audience), 'decrypting'] },
  },
  WAYBILL_CODEC_ALLOWED_ORIGINS: {
    given: 'https://temporal.example',
    beside: served,
    on: { gateway: [codec(({ allowedOrigins }) => allowedOrigins), ['https://temporal.example']] },
  },
  WAYBILL_PAYLOAD_KEYS: {
    given: `k-7:${Buffer.alloc(32, 7).toString('base64')}`,
    on: {
      gateway: [encrypts('gateway'), 'k-7'],
      worker: [encrypts('worker'), 'k-7'],
    },
  },
} satisfies Partial<Effects>;
