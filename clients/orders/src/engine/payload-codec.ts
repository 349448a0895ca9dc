import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type Decipher,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { DataConverter, PayloadCodec, SerializationContext } from '@temporalio/common';
import proto, { type temporal } from '@temporalio/proto';
import { bookAudit, nightlySweep } from '@waybill/contracts/domain';
import type { PayloadKey, SettingsOf } from '@waybill/contracts/settings';
import { PayloadKeyMissing, PayloadUnreadable } from './errors.ts';

const { Payload } = proto.temporal.api.common.v1;
type Payload = temporal.api.common.v1.IPayload;

const algorithm = 'aes-256-gcm';
const encoding = 'binary/encrypted';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts payloads completely, their type included. The first key encrypts, and each key decrypts the payloads that
 * name it: a new key is added in front, and an old one is removed when no history needs it any more.
 */
export function createPayloadCodec([first, ...older]: readonly [PayloadKey, ...PayloadKey[]]): PayloadCodec {
  const keys = new Map([first, ...older].map(({ id, key }) => [id, createSecretKey(key)]));
  return {
    encode: async (payloads, context) =>
      isUpkeep(context)
        ? payloads
        : payloads.map((payload) => encrypted(payload, first.id, keyNamed(first.id, keys, context))),
    decode: async (payloads, context) =>
      payloads.map((payload) => {
        if (textOf(payload.metadata?.encoding) !== encoding) return payload;
        const id = textOf(payload.metadata?.['encryption-key-id']);
        return decrypted(payload, id, keyNamed(id, keys, context), context);
      }),
  };
}

/**
 * Maintenance reports orders with a missing key, so it needs none itself; its payloads have ids and positions, no
 * customer data.
 */
const isUpkeep = ({ workflowId = '' }: Partial<SerializationContext> = {}): boolean =>
  [bookAudit, nightlySweep].some(({ schedule }) => workflowId.startsWith(schedule));

/** The options that make a client or worker encrypt; without keys it reports what is encrypted by the missing setting. */
export const dataConverterFrom = ({
  WAYBILL_PAYLOAD_KEYS: keys,
}: Pick<SettingsOf<'worker'>, 'WAYBILL_PAYLOAD_KEYS'>): { dataConverter: DataConverter } => ({
  dataConverter: { payloadCodecs: [keys ? createPayloadCodec(keys) : withoutKeys] },
});

const withoutKeys: PayloadCodec = {
  encode: async (payloads) => payloads,
  decode: async (payloads, context) => {
    const unreadable = payloads.find(({ metadata }) => textOf(metadata?.encoding) === encoding);
    if (!unreadable) return payloads;
    const id = textOf(unreadable.metadata?.['encryption-key-id']).slice(0, 64);
    const message = `WAYBILL_PAYLOAD_KEYS is not set, and a payload needs its key ${JSON.stringify(id)}`;
    throw new PayloadKeyMissing(message, context?.workflowId);
  },
};

type Context = SerializationContext | undefined;

function keyNamed(id: string, keys: ReadonlyMap<string, KeyObject>, context: Context): KeyObject {
  const key = keys.get(id);
  if (key) return key;
  const message = `WAYBILL_PAYLOAD_KEYS has no key ${JSON.stringify(id.slice(0, 64))}, which a payload needs`;
  throw new PayloadKeyMissing(message, context?.workflowId);
}

function encrypted(payload: Payload, id: string, key: KeyObject): Payload {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(id));
  const data = [nonce, cipher.update(Payload.encode(payload).finish()), cipher.final()];
  return {
    metadata: { encoding: Buffer.from(encoding), 'encryption-key-id': Buffer.from(id) },
    data: Buffer.concat([...data, cipher.getAuthTag()]),
  };
}

function decrypted({ data }: Payload, id: string, key: KeyObject, context: Context): Payload {
  const bytes = Buffer.from(data ?? []);
  const end = bytes.length - tagBytes;
  if (end < nonceBytes) {
    const message = `A payload that was encrypted by the key ${JSON.stringify(id.slice(0, 64))} is truncated`;
    throw new PayloadUnreadable(message, context?.workflowId);
  }
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(end));
  const content = decipher.update(bytes.subarray(nonceBytes, end));
  return Payload.decode(Buffer.concat([content, authentic(decipher, id, context)]));
}

/** The rest of the content, if it is what was encrypted under this key. */
function authentic(decipher: Decipher, id: string, context: Context): Buffer {
  try {
    return decipher.final();
  } catch (error) {
    const message = `WAYBILL_PAYLOAD_KEYS has another key ${JSON.stringify(id.slice(0, 64))} than the one that encrypted a payload`;
    throw new PayloadUnreadable(message, context?.workflowId, { cause: error });
  }
}

const textOf = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString();
