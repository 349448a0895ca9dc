import { readFileSync } from 'node:fs';
import { BadSettings, type SettingsOf } from '@waybill/contracts/settings';

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
 * table of settings cannot check.
 */
export function engineConnectionFrom(settings: Settings): EngineConnection {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_API_KEY: apiKey, TEMPORAL_TLS_SERVER_NAME: serverName } = settings;
  const authorities = fileAt('TEMPORAL_TLS_SERVER_CA_CERT_PATH', settings);
  const crt = fileAt('TEMPORAL_TLS_CLIENT_CERT_PATH', settings);
  const key = fileAt('TEMPORAL_TLS_CLIENT_KEY_PATH', settings);
  const tls: Tls = {
    ...(serverName ? { serverNameOverride: serverName } : {}),
    ...(authorities ? { serverRootCACertificate: authorities } : {}),
    ...(crt && key ? { clientCertPair: { crt, key } } : {}),
  };
  const isEncrypted = settings.TEMPORAL_TLS === 'true' || apiKey !== undefined || Object.keys(tls).length > 0;
  return { address, ...(isEncrypted ? { tls } : {}), ...(apiKey ? { apiKey } : {}) };
}

type PathSetting = Extract<keyof Settings, `TEMPORAL_TLS_${string}_PATH`>;

function fileAt(name: PathSetting, settings: Settings): Buffer | undefined {
  const file = settings[name];
  if (file === undefined) return undefined;
  try {
    return readFileSync(file);
  } catch (error) {
    throw new BadSettings(`${name}: must be a file that can be read (${(error as NodeJS.ErrnoException).code})`);
  }
}
