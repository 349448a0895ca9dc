import { BadSettings } from '@waybill/contracts/settings';
import type { WorkerSettings } from '../settings.ts';

/**
 * Why the engine cannot be used, as an error of the settings at fault. The SDK has one error for all of them, whose
 * message is the debug output of its core: see `connect` in `@temporalio/worker`. Any other error is returned as it is.
 */
export function engineRefusal(error: unknown, settings: WorkerSettings): unknown {
  if (!(error instanceof Error) || (error.name !== 'TransportError' && !('code' in error))) return error;
  const message = 'code' in error ? `gRPC status ${error.code}, message: "${error.message}"` : error.message;
  const known = refusals.find(([pattern]) => pattern.test(message));
  return new BadSettings(known ? known[1](settings) : unreachable(settings, reasonIn(message)));
}

type Line = (settings: WorkerSettings) => string;

const unreachable = ({ TEMPORAL_ADDRESS: address }: WorkerSettings, why: string) =>
  `TEMPORAL_ADDRESS: the engine at ${address} cannot be reached: ${why}`;

const refusals: readonly (readonly [pattern: RegExp, line: Line])[] = [
  [/ConnectionRefused/, (settings) => unreachable(settings, 'the connection is refused')],
  [/dns error/, (settings) => unreachable(settings, 'its name cannot be resolved')],
  [/valid authentication credentials|does not have permission|gRPC status (7|16),/, unauthorized],
  [
    /gRPC status 5,/,
    ({ TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE }) =>
      `TEMPORAL_NAMESPACE: the engine at ${TEMPORAL_ADDRESS} has no namespace ${TEMPORAL_NAMESPACE}`,
  ],
  [
    /InvalidCertificate\(NotValidForName/,
    ({ TEMPORAL_ADDRESS }) =>
      `TEMPORAL_TLS_SERVER_NAME: the certificate of the engine at ${TEMPORAL_ADDRESS} has another name`,
  ],
  [
    /InvalidCertificate/,
    ({ TEMPORAL_ADDRESS }) =>
      `TEMPORAL_TLS_SERVER_CA_CERT_PATH: the certificate of the engine at ${TEMPORAL_ADDRESS} is not valid by these authorities, or not valid now`,
  ],
  [
    /InvalidMessage/,
    (settings) =>
      `${tlsSettingIn(settings)}: it enables TLS, and the engine at ${settings.TEMPORAL_ADDRESS} does not use TLS`,
  ],
  [/transport error|AlertReceived/, brokenOff],
];

function unauthorized({ TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, ...settings }: WorkerSettings) {
  const given = settings.TEMPORAL_API_KEY ?? settings.TEMPORAL_TLS_CLIENT_CERT_PATH;
  return given === undefined
    ? `TEMPORAL_API_KEY: is missing, and the engine at ${address} requires authorization for the namespace ${namespace}`
    : `${settings.TEMPORAL_API_KEY ? 'TEMPORAL_API_KEY' : 'TEMPORAL_TLS_CLIENT_CERT_PATH'}: the engine at ${address} refuses it for the namespace ${namespace}`;
}

/** The other side ends the connection of a client that does not use TLS, or whose certificate it refuses. */
function brokenOff(settings: WorkerSettings): string {
  const { TEMPORAL_ADDRESS: address } = settings;
  return tlsSettingIn(settings)
    ? `TEMPORAL_TLS_CLIENT_CERT_PATH: the engine at ${address} ends the connection, as where it requires a client certificate, or another one`
    : `TEMPORAL_TLS: it is off, and the engine at ${address} ends the connection, as where it requires TLS`;
}

/** The setting that enables TLS. */
const tlsSettingIn = (settings: WorkerSettings): string | undefined =>
  settings.TEMPORAL_TLS === 'true'
    ? 'TEMPORAL_TLS'
    : Object.keys(settings).find(
        (name) =>
          (name === 'TEMPORAL_API_KEY' || name.startsWith('TEMPORAL_TLS_')) &&
          settings[name as keyof WorkerSettings] !== undefined,
      );

/** The engine's own words in the debug output, without anything around them. */
const reasonIn = (message: string): string =>
  /message: "([^"]*)"/.exec(message)?.[1] ?? /kind: (\w+)/.exec(message)?.[1] ?? 'the connection fails';
