import type { SettingsOf } from '@waybill/contracts/settings';
import { certificatesIn, privateKeyIn, refuseOtherPair } from './pem-files.ts';

/** The connection options of the engine, for both kinds of SDK connections. */
export type EngineConnection = { address: string; tls?: Tls | boolean; apiKey?: string };

type Tls = {
  serverNameOverride?: string;
  serverRootCACertificate?: Buffer;
  clientCertPair?: { crt: Buffer; key: Buffer };
};

type Gateway = SettingsOf<'gateway'>;
type Settings = Pick<
  Gateway,
  Extract<keyof Gateway, 'TEMPORAL_ADDRESS' | 'TEMPORAL_API_KEY' | `TEMPORAL_TLS${string}`>
>;

/**
 * The connection from the settings. `@temporalio/envconfig` reads the same names, but also profiles in files that our
 * table of settings cannot check. A file that TLS cannot use throws `BadSettings`: the SDK would name no file, or ignore it.
 */
export function engineConnectionFrom(settings: Settings): EngineConnection {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_API_KEY: apiKey, TEMPORAL_TLS_SERVER_NAME: serverName } = settings;
  const authorities = certificatesIn('TEMPORAL_TLS_SERVER_CA_CERT_PATH', settings);
  const crt = certificatesIn('TEMPORAL_TLS_CLIENT_CERT_PATH', settings);
  const key = privateKeyIn('TEMPORAL_TLS_CLIENT_KEY_PATH', settings);
  if (crt && key) refuseOtherPair(crt, key);
  const tls: Tls = {
    ...(serverName ? { serverNameOverride: serverName } : {}),
    ...(authorities ? { serverRootCACertificate: authorities } : {}),
    ...(crt && key ? { clientCertPair: { crt, key } } : {}),
  };
  const isEncrypted = settings.TEMPORAL_TLS === 'true' || apiKey !== undefined || Object.keys(tls).length > 0;
  return { address, ...(isEncrypted ? { tls } : {}), ...(apiKey ? { apiKey } : {}) };
}
