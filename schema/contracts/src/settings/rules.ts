import { comparisonsThatFail } from './comparisons.ts';
import { connection } from './connection.ts';
import type { Values } from './values.ts';

const besidePort = ['WAYBILL_CODEC_AUDIENCE', 'WAYBILL_CODEC_ALLOWED_ORIGINS'];
const neededByCodec = ['WAYBILL_PAYLOAD_KEYS', 'WAYBILL_CODEC_AUDIENCE'];

const connecting = Object.keys(connection).filter((name) => name.startsWith('TEMPORAL_'));
const overTls = connecting.filter((name) => name !== 'TEMPORAL_TLS');
const pair = ['TEMPORAL_TLS_CLIENT_CERT_PATH', 'TEMPORAL_TLS_CLIENT_KEY_PATH'] as const;

/** A second secret, and the first, which it is accepted beside. */
const secondaries = [
  ['WAYBILL_SECONDARY_SERVICE_TOKEN', 'WAYBILL_SERVICE_TOKEN'],
  ['WAYBILL_SECONDARY_JWT_SECRET', 'WAYBILL_JWT_SECRET'],
] as const;

/** Contradictions between settings that are each valid: a line for each. */
export const contradictions = (given: Partial<Values>, named: ReadonlySet<string>): string[] => [
  ...(named.has('TEMPORAL_NAMESPACE') && !named.has('TEMPORAL_ADDRESS')
    ? ['TEMPORAL_NAMESPACE: must have TEMPORAL_ADDRESS beside it, which says whose namespace it is']
    : []),
  ...connecting
    .filter((name) => named.has(name) && !named.has('TEMPORAL_ADDRESS'))
    .map((name) => `${name}: must have TEMPORAL_ADDRESS beside it, which says where that engine is`),
  ...overTls
    .filter((name) => named.has(name) && given.TEMPORAL_TLS === 'false')
    .map((name) => `${name}: must not have TEMPORAL_TLS=false beside it`),
  ...pair
    .filter((name, at) => !named.has(name) && named.has(pair[1 - at] ?? name))
    .map((name) => `${name}: is missing beside ${pair.find((other) => other !== name)}`),
  ...(named.has('WAYBILL_CODEC_PORT') ? neededByCodec : [])
    .filter((name) => !named.has(name))
    .map((name) => `${name}: is missing beside WAYBILL_CODEC_PORT`),
  ...besidePort
    .filter((name) => named.has(name) && !named.has('WAYBILL_CODEC_PORT'))
    .map((name) => `${name}: must have WAYBILL_CODEC_PORT beside it, without which there is no codec server`),
  ...secondaries
    .filter(([secondary, first]) => named.has(secondary) && !named.has(first))
    .map(([secondary, first]) => `${secondary}: must have ${first} beside it, because it is only accepted in addition`),
  ...comparisonsThatFail(given, named),
];
